/** What every resource shares: problems, the signed-in person, requests that may be sent twice. */
package dev.masterplan.review.http;
