/** How fast a provider is asked: requests and tokens a minute, in turns between plans; plain Java. */
package dev.masterplan.languagemodel.limit;
