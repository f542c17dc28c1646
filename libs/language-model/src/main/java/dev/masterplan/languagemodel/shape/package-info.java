/** What JSON a model is asked for, and whether it came. */
package dev.masterplan.languagemodel.shape;
