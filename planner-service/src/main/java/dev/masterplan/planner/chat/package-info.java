/** Sessions and what is said in them; a stored message is also the work that it asks for. */
package dev.masterplan.planner.chat;
