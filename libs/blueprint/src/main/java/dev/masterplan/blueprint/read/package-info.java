/** The reader: a brief becomes a discovery, sentence by sentence, form by form. */
package dev.masterplan.blueprint.read;
