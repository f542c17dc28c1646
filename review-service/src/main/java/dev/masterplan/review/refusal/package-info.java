/** Why something that was asked for is not done. */
package dev.masterplan.review.refusal;
