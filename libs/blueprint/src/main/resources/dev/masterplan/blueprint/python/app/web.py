"""Requests, responses and the table of routes."""

import json
from urllib.parse import parse_qsl

from app.errors import Refused, not_found


class Request:
    """One HTTP request."""

    def __init__(self, method, path, query, body):
        self.method = method
        self.path = path
        self.query_text = query
        self.body = body

    def json(self, empty=False):
        """The JSON object of the body; 400 when it is none. With `empty` no body is fine too."""
        if empty and not self.body.strip():
            return {}
        try:
            value = json.loads(self.body.decode("utf-8"), parse_constant=_no_constant)
        except (ValueError, RecursionError) as problem:
            raise Refused(400, "the body is not JSON") from problem
        if not isinstance(value, dict):
            raise Refused(400, "the body is not a JSON object")
        return value

    def query(self):
        """The query parameters; 422 when one is given twice."""
        pairs = parse_qsl(self.query_text, keep_blank_values=True)
        if len(dict(pairs)) < len(pairs):
            raise Refused(422, "a parameter is given twice")
        return dict(pairs)

    def form(self):
        """The fields of an HTML form."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))


class Response:
    """Status, content type and bytes of an answer."""

    def __init__(self, status, content=b"", kind="application/json", headers=()):
        self.status = status
        self.content = content
        self.kind = kind
        self.headers = headers


def answer(value, status=200):
    """A JSON answer."""
    return Response(status, json.dumps(value, ensure_ascii=False).encode("utf-8"))


def nothing():
    """204: done, nothing to show."""
    return Response(204)


def _no_constant(name):
    raise ValueError(name)


# ===== link: routes | The table of routes
class Routes:
    """Which function answers which method and path; {id} stands for a positive number."""

    def __init__(self):
        self._routes = {}

    def add(self, method, path, handler):
        """Handlers get the request and, where the path has an {id}, the number."""
        self._routes.setdefault(tuple(path.strip("/").split("/")), {})[method] = handler

    def find(self, method, path):
        """Handler and arguments; 404 for an unknown path, 405 for a method it does not have."""
        parts = tuple(path.strip("/").split("/"))
        methods, arguments = self._routes.get(parts), ()
        if methods is None:
            numbers = [index for index, part in enumerate(parts) if part.isdecimal() and part.isascii()]
            if len(numbers) == 1 and len(parts[numbers[0]]) <= 18:
                pattern = parts[: numbers[0]] + ("{id}",) + parts[numbers[0] + 1 :]
                methods, arguments = self._routes.get(pattern), (int(parts[numbers[0]]),)
        if methods is None:
            raise not_found()
        if method not in methods:
            raise Refused(405, f"{method} is not possible here")
        return methods[method], arguments
