/** How sure the service is of a file, and when a person should look. */
package dev.masterplan.execution.confidence;
