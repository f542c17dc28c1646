"""What unit tests share: a program on an empty database, asked without a port."""

import json
import shutil
import tempfile
import unittest
from urllib.parse import urlencode

from app import features
from app.errors import Refused
from app.program import Program
from app.web import Request


class ProgramTest(unittest.TestCase):
    """Each test gets a program of its own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.program = Program(self.folder)
        features.load(self.program)
        self.program.prepare()
        self.addCleanup(self.program.store.close)

    def sample(self, samples, **values):
        """A record made by one of the modules in tests/samples."""
        with self.program.store.write() as db:
            return samples.add(db, **values)

    def call(self, method, path, body=None):
        """Status and JSON of the answer."""
        return self._send(method, path, b"" if body is None else json.dumps(body).encode("utf-8"))

    def submit(self, path, values=()):
        """Status and page that a form with these values gets; a button sends none."""
        return self._send("POST", path, urlencode({name: _typed(values[name]) for name in values}).encode("ascii"))

    def _send(self, method, path, content):
        path, _, query = path.partition("?")
        try:
            handler, arguments = self.program.routes.find(method, path)
            response = handler(Request(method, path, query, content), *arguments)
        except Refused as refusal:
            return refusal.status, {"error": refusal.sentence}
        if response.kind != "application/json":
            return response.status, response.content.decode("utf-8")
        return response.status, json.loads(response.content) if response.content else None


def _typed(value):
    """What a person types or chooses in a form to mean that value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, list) else str(value)
