/** From settings to models that can be asked. */
package dev.masterplan.languagemodel.setup;
