/** Prompts as versioned files. */
package dev.masterplan.languagemodel.prompt;
