/** Recorded answers in the place of a provider: for tests and demonstrations, never mixed with live ones. */
package dev.masterplan.languagemodel.cassette;
