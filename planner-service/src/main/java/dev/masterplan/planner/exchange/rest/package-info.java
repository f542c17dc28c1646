/** Import and export over REST. */
package dev.masterplan.planner.exchange.rest;
