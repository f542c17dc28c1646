/**
 * The port to language models and its values; plain Java. What answers stands in {@code provider} and {@code cassette},
 * what happens around a call in {@code call}.
 */
package dev.masterplan.languagemodel;
