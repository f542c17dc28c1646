"""The program: what features register themselves with."""

from app.pages import index
from app.rules import Rules
from app.store import Store
from app.web import Routes, answer


class Program:
    """Holds store, routes, rules, the tables with their fields, and the pages by title."""

    def __init__(self, folder):
        self.store = Store(folder)
        self.routes = Routes()
        self.rules = Rules()
        self.tables = {}
        self.pages = {}
        self._statements = []
        self.routes.add("GET", "/health", lambda request: answer({"status": "ok"}))
        self.routes.add("GET", "/", lambda request: index(self.pages))

    def add_table(self, name, fields, statement):
        """Makes a table known; it is created before the program serves."""
        self.tables[name] = fields
        self._statements.append(statement)

    def prepare(self):
        """Creates what is missing in the database."""
        self.store.create(self._statements)
