/**
 * A provider of language models to test against: real HTTP in OpenAI's and Anthropic's form, faults by script, and a log
 * of what it bills. It knows nothing of the product, so that its log can judge the product's ledger.
 */
package dev.masterplan.stubmodel;
