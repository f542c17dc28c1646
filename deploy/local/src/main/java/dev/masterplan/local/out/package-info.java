/** The folder that a run leaves behind, as a git repository. */
package dev.masterplan.local.out;
