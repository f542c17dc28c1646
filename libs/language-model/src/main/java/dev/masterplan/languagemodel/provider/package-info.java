/** Who answers: providers over LangChain4j, on a transport that keeps time, counts bytes and remembers what was said. */
package dev.masterplan.languagemodel.provider;
