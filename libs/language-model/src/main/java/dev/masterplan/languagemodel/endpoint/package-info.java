/** Where models are reached: providers with a key in the environment, servers on this machine. */
package dev.masterplan.languagemodel.endpoint;
