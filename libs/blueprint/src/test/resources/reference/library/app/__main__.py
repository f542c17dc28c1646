"""A library, written by hand: what the acceptance tests of the library brief must find right."""
import json
import os
import re
import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, urlsplit

from app.rules import (
    Refused,
    after_create,
    after_move,
    before_change,
    before_create,
    before_delete,
    computed,
    report,
    shown,
)
from app.schema import CHECKS, ENTITIES, MOVES
from app.store import Store

LONGEST_FILTER = 200


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        self.answer("GET")

    def do_POST(self):
        self.answer("POST")

    def do_PATCH(self):
        self.answer("PATCH")

    def do_DELETE(self):
        self.answer("DELETE")

    def do_PUT(self):
        self.answer("PUT")

    def log_message(self, *words):
        pass

    def answer(self, method):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            status, body = route(method, urlsplit(self.path), raw)
            self.server.store.save()
        except Refused as refused:
            self.server.store.load()
            status, body = refused.status, {"error": str(refused)}
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content if status != 204 else b"")


def route(method, url, raw):
    if url.path == "/health":
        return 200, {"status": "ok"}
    if method == "PUT":
        raise Refused(405, "unknown method")
    parts = url.path.strip("/").split("/")
    entity = next((name for name, spec in ENTITIES.items() if spec["path"] == parts[0]), None)
    if entity is None:
        raise Refused(404, "unknown path")
    if len(parts) == 1:
        return collection(method, entity, url, raw)
    if len(parts) == 2 and not parts[1].isdigit():
        found = report(STORE, entity, parts[1])
        if found is None:
            raise Refused(404, "unknown path")
        return 200, page(entity, found, {"sort": "due_on", **dict(parse_qsl(url.query))})
    found = STORE.get(entity, int(parts[1]))
    if found is None:
        raise Refused(404, "unknown id")
    if len(parts) == 3:
        return move(entity, found, parts[2])
    if method == "PATCH":
        return change(entity, found, body_of(raw))
    if method == "DELETE":
        before_delete(STORE, entity, found)
        del STORE.tables[entity][found["id"]]
        return 204, None
    return 200, shown(STORE, entity, found)


def body_of(raw):
    try:
        body = json.loads(raw or b"{}")
    except ValueError:
        raise Refused(400, "the body is no JSON object") from None
    if not isinstance(body, dict):
        raise Refused(400, "the body is no JSON object")
    return body


def collection(method, entity, url, raw):
    if method == "GET":
        rows = [shown(STORE, entity, row) for row in STORE.tables[entity].values()]
        return 200, page(entity, rows, dict(parse_qsl(url.query)))
    body = body_of(raw)
    fields = ENTITIES[entity]["fields"]
    check(entity, body)
    row = {}
    for name, spec in fields.items():
        if spec.get("required") and body.get(name) is None and "default" not in spec:
            raise Refused(422, f"{name} is missing")
        row[name] = body[name] if body.get(name) is not None else default(spec)
    integrity(entity, row, None)
    computed(entity, row)
    before_create(STORE, entity, row)
    STORE.add(entity, row)
    after_create(STORE, entity, row)
    return 201, shown(STORE, entity, row)


def default(spec):
    value = spec.get("default")
    return STORE.today() if value == "@today" else value


def check(entity, body):
    fields = ENTITIES[entity]["fields"]
    for name, value in body.items():
        spec = fields.get(name)
        if spec is None or spec.get("computed"):
            raise Refused(422, f"{name} can't be sent")
        if value in (None, "") and spec.get("required"):
            raise Refused(422, f"{name} is missing")
        if value is not None and not CHECKS[spec["type"]](value, spec):
            raise Refused(422, f"{name} is not right")


def integrity(entity, row, own):
    for name, spec in ENTITIES[entity]["fields"].items():
        value = row[name]
        if value is not None and spec["type"] == "reference" and STORE.get(spec["to"], value) is None:
            raise Refused(409, f"{name} does not exist")
    for name, spec in ENTITIES[entity]["fields"].items():
        if spec.get("unique") and row[name] is not None:
            if any(r[name] == row[name] and r["id"] != own for r in STORE.tables[entity].values()):
                raise Refused(409, f"{name} is taken")


def change(entity, row, body):
    check(entity, body)
    integrity(entity, {**row, **body}, row["id"])
    before_change(STORE, entity, row, body)
    fields = ENTITIES[entity]["fields"]
    changed = {**row, **{name: default(fields[name]) if value is None else value for name, value in body.items()}}
    computed(entity, changed)
    row.update(changed)
    return 200, shown(STORE, entity, row)


def move(entity, row, name):
    if name not in MOVES.get(entity, {}):
        raise Refused(404, "unknown transition")
    allowed, to = MOVES[entity][name]
    if row["status"] not in allowed:
        raise Refused(409, f"{name} is not possible from {row['status']}")
    row["status"] = to
    after_move(STORE, entity, row, name)
    return 200, shown(STORE, entity, row)


def page(entity, rows, query):
    number, size = whole(query.pop("page", "1")), whole(query.pop("page_size", "20"))
    if number < 1 or not 1 <= size <= 100:
        raise Refused(422, "page or page_size out of range")
    words = query.pop("q", "").lower()
    sort = query.pop("sort", None) or ENTITIES[entity].get("sort", "id")
    if sort.lstrip("-") not in ("id", *ENTITIES[entity]["fields"]):
        raise Refused(422, "unknown field to sort by")
    for name, wanted in query.items():
        if name not in ENTITIES[entity]["fields"]:
            raise Refused(422, f"unknown parameter {name}")
        rows = [row for row in rows if str(row[name]) == wanted]
    if words:
        fields = ENTITIES[entity].get("search", [])
        rows = [row for row in rows if any(words in (row[f] or "").lower() for f in fields)]
    rows = sorted(rows, key=lambda row: (row[sort.lstrip("-")] is None, row[sort.lstrip("-")]))
    rows = rows[::-1] if sort.startswith("-") else rows
    start = (number - 1) * size
    return {"items": rows[start : start + size], "total": len(rows), "page": number, "page_size": size}


def whole(text):
    if not re.fullmatch("[0-9]{1,9}", text):
        raise Refused(422, "no whole number")
    return int(text)


STORE = Store(os.environ.get("DATA", "data"), os.environ.get("NOW"), list(ENTITIES))
SERVER = HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Handler)
SERVER.store = STORE
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
SERVER.serve_forever(0.05)
