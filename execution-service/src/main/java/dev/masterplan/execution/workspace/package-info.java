/**
 * Projections of the file versions in the database: a folder, a hash, a git history. All are repeatable by anybody;
 * none is the truth. Start reading at {@link dev.masterplan.execution.workspace.FileVersion}.
 */
package dev.masterplan.execution.workspace;
