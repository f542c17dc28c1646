/** Events written in the transaction of the change and published after its commit. */
package dev.masterplan.messaging.outbox;
