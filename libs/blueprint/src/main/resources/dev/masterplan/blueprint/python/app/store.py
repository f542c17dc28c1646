"""The database: one connection for each request, one transaction for each write."""

import os
import sqlite3
from contextlib import closing, contextmanager

PATIENCE_SECONDS = 20


class Store:
    """A SQLite file in the data folder. Connections are never shared between threads."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self._path = os.path.join(folder, "app.db")
        self._first = None

    def create(self, statements):
        """Creates the tables that are missing. This connection stays: when the last one closes, SQLite tidies up."""
        self._first = self._connect()
        self._first.execute("PRAGMA synchronous = OFF")
        self._first.execute("PRAGMA journal_mode = WAL")
        self._first.execute("BEGIN IMMEDIATE")
        for statement in statements:
            self._first.execute(statement)
        self._first.execute("COMMIT")

    def close(self):
        """Ends the work with the database."""
        self._first.close()

    @contextmanager
    def read(self):
        """One consistent view of the data."""
        with closing(self._connect()) as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def write(self):
        """One write at a time: what is checked inside is still true when it is saved."""
        with closing(self._connect()) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def _connect(self):
        db = sqlite3.connect(self._path, timeout=PATIENCE_SECONDS, isolation_level=None)
        db.row_factory = _row
        db.create_function("fold", 1, _folded, deterministic=True)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = NORMAL")
        return db


def _row(cursor, values):
    return {column[0]: value for column, value in zip(cursor.description, values)}


def _folded(text):
    return None if text is None else str(text).casefold()
