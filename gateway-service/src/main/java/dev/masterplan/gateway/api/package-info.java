/** What the door lets in and to which service it passes it on. */
package dev.masterplan.gateway.api;
