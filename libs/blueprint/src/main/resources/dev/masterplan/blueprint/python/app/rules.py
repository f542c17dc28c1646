"""Business rules: features add them, requests ask them at fixed moments.

A rule is a function of the open transaction and the record. Every rule may raise Refused: then nothing
has happened. A rule asked "value" fills a field of a new record; one asked after may change others.
"""


class Rules:
    """The rules of every table, by the moment at which they are asked, in the order of their arrival."""

    def __init__(self):
        self._rules = {}

    def add(self, moment, table, rule):
        """Moments: value, create, created, change, changed, remove, removed, shown, <transition>, after <transition>."""
        self._rules.setdefault((moment, table), []).append(rule)

    def ask(self, moment, table, db, record):
        """Asks every rule of that moment."""
        for rule in self._rules.get((moment, table), ()):
            rule(db, record)


# ===== link: moved | Ask a rule again when a record points elsewhere
def when_changed(name, rule):
    """The same rule for a change, asked only when that field gets another value."""

    def changed(db, record):
        if record[name] != record["before"][name]:
            rule(db, record)

    return changed
