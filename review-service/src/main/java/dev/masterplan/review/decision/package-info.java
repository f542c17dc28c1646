/** What a person decides about a review, and what execution makes of it. */
package dev.masterplan.review.decision;
