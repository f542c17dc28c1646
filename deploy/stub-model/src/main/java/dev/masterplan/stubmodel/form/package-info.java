/** How the stub speaks. */
package dev.masterplan.stubmodel.form;
