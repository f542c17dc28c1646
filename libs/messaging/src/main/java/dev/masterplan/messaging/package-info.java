/** What the services agree on: plan documents, event records, topics, outbox and inbox. Holds no business rule. */
package dev.masterplan.messaging;
