/**
 * What a written file has to stand before it is accepted. Start reading at
 * {@link dev.masterplan.execution.validation.Validators}.
 */
package dev.masterplan.execution.validation;
