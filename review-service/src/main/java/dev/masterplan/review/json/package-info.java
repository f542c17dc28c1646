/** Documents as JSON in the database. */
package dev.masterplan.review.json;
