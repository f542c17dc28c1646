/** Duplicates dropped in the transaction of the effect; poison told from trouble in one place. */
package dev.masterplan.messaging.inbox;
