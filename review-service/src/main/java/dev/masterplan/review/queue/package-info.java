/** Reviews: how they come to be, which states they go through, and the list of those that wait. */
package dev.masterplan.review.queue;
