/** The journal of live updates and the connections that follow it. */
package dev.masterplan.gateway.live;
