/** The author of acceptance tests: from a requirement's form and the discovery's interface only, to Python. */
package dev.masterplan.blueprint.test;
