/** What the terminal says to the gateway, and what it reads from its answers. */
package dev.masterplan.local.client;
