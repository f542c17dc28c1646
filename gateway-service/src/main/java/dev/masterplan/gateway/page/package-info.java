/** The pages: static files, and their addresses that only the browser knows. */
package dev.masterplan.gateway.page;
