/** What a person sees in the terminal. */
package dev.masterplan.local.show;
