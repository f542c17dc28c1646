/** PostgreSQL, Kafka and the four services on one machine: started, watched, stopped. */
package dev.masterplan.local.stack;
