/**
 * What happens around a call, each step a decorator of {@link dev.masterplan.languagemodel.ModelPort}; their order stands
 * in {@link dev.masterplan.languagemodel.call.ModelChain}.
 */
package dev.masterplan.languagemodel.call;
