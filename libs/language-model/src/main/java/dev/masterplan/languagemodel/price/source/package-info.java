/** Where prices come from: the product's own file, and the files that LiteLLM and models.dev publish. */
package dev.masterplan.languagemodel.price.source;
