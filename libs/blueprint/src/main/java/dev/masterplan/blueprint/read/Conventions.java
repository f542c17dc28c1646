package dev.masterplan.blueprint.read;

import java.util.List;

/** docs/reference/program-interface.md in short: what every generated program keeps. */
final class Conventions {

    static final List<String> SENTENCES = List.of(
            "`python3 -m app` starts the program; PORT, DATA and NOW are its settings; GET /health answers 200.",
            "POST /<path> → 201, GET /<path>/{id} → 200, PATCH → 200, DELETE → 204; ids count up from 1.",
            "GET /<path>?<field>=…&q=…&sort=…&page=1&page_size=20 → {items, total, page, page_size}.",
            "POST /<path>/{id}/<transition> → 200; GET /<path>/<report> → 200 with the list envelope.",
            "400 not a JSON object, 404 unknown, 405 method, 422 field rule, 409 state, reference, unique, business rule.",
            "State fields and computed fields are never sent: 422; null is the default, else null.",
            "Some references can't be changed, some records not be deleted: the assumptions name them (409).",
            "GET /pages/<path>: a plain HTML page per aggregate with list, form and transition buttons.");

    private Conventions() {}
}
