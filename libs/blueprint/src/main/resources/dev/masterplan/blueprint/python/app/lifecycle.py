"""States: which transition leads from where to where; nothing else moves a record."""

from app.errors import Refused
from app.records import show
from app.web import answer


class Transition:
    """A step that a record can take: its name in the address, the states it starts from, where it ends."""

    def __init__(self, name, origins, state):
        self.name = name
        self.origins = origins
        self.state = state


class Lifecycle:
    """Moves the records of one table."""

    def __init__(self, program, table, fields, rows, column, refused=409):
        self.store = program.store
        self.rules = program.rules
        self.table = table
        self.fields = fields
        self.rows = rows
        self.column = column
        self.refused = refused

    def handler(self, transition):
        """Answers POST /<path>/{id}/<transition>."""

        def handle(request, record_id):
            return answer(self.move(record_id, transition, request.json(empty=True)))

        return handle

    def move(self, record_id, transition, sent=None):
        """Takes the step when the record's state and every rule allow it; returns the record as JSON shows it."""
        with self.store.write() as db:
            record = self.rows.find(db, record_id)
            if sent:
                raise Refused(422, f"nothing is sent with {transition.name}")
            if record[self.column] not in transition.origins:
                raise Refused(self.refused, f"not possible: it is {record[self.column]}")
            self.rules.ask(transition.name, self.table, db, record)
            record = self.rows.update(db, record_id, {self.column: transition.state})
            self.rules.ask(f"after {transition.name}", self.table, db, record)
            record = self.rows.find(db, record_id)
            self.rules.ask("shown", self.table, db, record)
            return show(self.fields, record)
