/** Topics, and one record per topic: what travels between the services. */
package dev.masterplan.messaging.event;
