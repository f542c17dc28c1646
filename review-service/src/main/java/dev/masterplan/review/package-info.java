/** Pieces that wait for a person, and what the person decides. */
package dev.masterplan.review;
