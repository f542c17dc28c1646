/**
 * PostgreSQL and Kafka in the own process: {@link dev.masterplan.backing.Backing} starts and stops both on one data
 * folder. Tests get them through {@link dev.masterplan.backing.BackingSession}.
 */
package dev.masterplan.backing;
