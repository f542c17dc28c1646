/** The code author: the files of the generated Python program, link by link. Knows nothing of its acceptance tests. */
package dev.masterplan.blueprint.code;
