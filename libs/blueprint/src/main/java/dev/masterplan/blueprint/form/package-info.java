/** The sentence forms: the language in which reader, plan, code and test authors speak of a requirement. */
package dev.masterplan.blueprint.form;
