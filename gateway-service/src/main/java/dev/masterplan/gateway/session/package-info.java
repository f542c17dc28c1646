/** Who is at the door: token, signed cookie, Host and Origin. */
package dev.masterplan.gateway.session;
