"""Field types: each knows how a value comes in, is stored and is shown.

`parse` turns a JSON value into what the database stores and raises ValueError with half a sentence
when the value breaks the field's rule; `show` turns the stored value back into JSON.
"""

import re


class Field:
    """What all fields share. A computed field is set by the program and never sent, a derived one never stored,
    a fixed one never changed."""

    column = "TEXT"
    kind = "text"

    def __init__(
        self, name, label, required=False, unique=False, default=None, computed=False, derived=False, fixed=False
    ):
        self.name = name
        self.label = label
        self.required = required
        self.unique = unique
        self.default = default
        self.computed = computed
        self.derived = derived
        self.fixed = fixed
        self.filtered = not derived

    def parse(self, value):
        """The value as it is stored."""
        raise NotImplementedError

    def show(self, stored):
        """The stored value as JSON shows it."""
        return stored

    def read(self, text):
        """The value that a query parameter gives, as it is stored."""
        return self.parse(self.typed(text))

    def typed(self, text):
        """Text from a query or a form as the JSON value that it stands for."""
        return text

    def first_value(self):
        """What a new record gets when nobody says; a function is asked each time."""
        return self.default() if callable(self.default) else self.default


def storable(text):
    """Refuses what the database or UTF-8 does not take."""
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("has characters that can't be stored")


class Text(Field):
    """Characters, with limits of length and a pattern that the whole text fits."""

    def __init__(self, name, label, shortest=0, longest=None, pattern=None, **rules):
        super().__init__(name, label, **rules)
        self.shortest = shortest
        self.longest = longest
        self.pattern = re.compile(pattern) if pattern else None
        self.filtered = self.filtered and (longest is None or longest <= 200)

    def parse(self, value):
        if not isinstance(value, str):
            raise ValueError("must be text")
        storable(value)
        if len(value) < self.shortest:
            raise ValueError(f"must have at least {self.shortest} characters")
        if self.longest is not None and len(value) > self.longest:
            raise ValueError(f"must have at most {self.longest} characters")
        if self.pattern and not self.pattern.fullmatch(value):
            raise ValueError("does not have the expected form")
        return value


# ===== link: choices | Choices, yes or no, addresses
class Choice(Field):
    """One of a few values."""

    kind = "choice"

    def __init__(self, name, label, values, **rules):
        super().__init__(name, label, **rules)
        self.values = values

    def parse(self, value):
        if value not in self.values or isinstance(value, bool):
            raise ValueError("must be one of: " + ", ".join(str(known) for known in self.values))
        return value


class YesNo(Field):
    """True or false."""

    column = "INTEGER"
    kind = "yes/no"

    def parse(self, value):
        if not isinstance(value, bool):
            raise ValueError("must be true or false")
        return int(value)

    def show(self, stored):
        return None if stored is None else bool(stored)

    def typed(self, text):
        return {"true": True, "false": False}.get(text, text)


class Email(Text):
    """An e-mail address: something before and after one @, with a dot behind it."""

    kind = "address"

    def __init__(self, name, label, **rules):
        super().__init__(name, label, longest=254, pattern=r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", **rules)
        self.filtered = not self.derived

    def parse(self, value):
        try:
            return super().parse(value)
        except ValueError as problem:
            raise ValueError("must be an e-mail address") from problem


# ===== link: numbers | Whole numbers, amounts, references
class Whole(Field):
    """A whole number, with limits or one of a few."""

    column = "INTEGER"
    kind = "number"
    largest = 2**63 - 1

    def __init__(self, name, label, least=None, most=None, values=(), **rules):
        super().__init__(name, label, **rules)
        self.least = least
        self.most = most
        self.values = values

    def parse(self, value):
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > self.largest:
            raise ValueError("must be a whole number")
        if self.values and value not in self.values:
            raise ValueError("must be one of: " + ", ".join(str(known) for known in self.values))
        if self.least is not None and value < self.least:
            raise ValueError(f"must be at least {self.least}")
        if self.most is not None and value > self.most:
            raise ValueError(f"must be at most {self.most}")
        return value

    def typed(self, text):
        return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else text


class Reference(Whole):
    """The id of a record of another table."""

    kind = "reference"

    def __init__(self, name, label, table, **rules):
        super().__init__(name, label, least=1, **rules)
        self.table = table


class Amount(Field):
    """A decimal number, stored as a whole number of its smallest unit so that sums are exact."""

    column = "INTEGER"
    kind = "amount"

    def __init__(self, name, label, scale=2, least=None, above=None, most=None, **rules):
        super().__init__(name, label, **rules)
        self.scale = scale
        self.least = least
        self.above = above
        self.most = most

    def parse(self, value):
        units = self._units(value)
        if self.least is not None and units < self.least:
            raise ValueError(f"must be at least {self.show(self.least)}")
        if self.above is not None and units <= self.above:
            raise ValueError(f"must be more than {self.show(self.above)}")
        if self.most is not None and units > self.most:
            raise ValueError(f"must be at most {self.show(self.most)}")
        return units

    def _units(self, value):
        written = "" if isinstance(value, bool) or not isinstance(value, (int, float)) else repr(value)
        if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,9})?", written):
            raise ValueError("must be a number")
        whole, _, fraction = written.partition(".")
        if len(fraction.rstrip("0")) > self.scale:
            raise ValueError(f"must have at most {self.scale} decimal places")
        return int(whole + fraction[: self.scale].ljust(self.scale, "0"))

    def show(self, stored):
        return None if stored is None else stored / 10**self.scale

    def typed(self, text):
        return float(text) if re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,9})?", text) else text


# ===== link: days | Dates, date-times, lists
class Day(Field):
    """A date: 2026-01-31."""

    kind = "date"

    def parse(self, value):
        from datetime import date

        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError("must be a date like 2026-01-31")
        try:
            date.fromisoformat(value)
        except ValueError as problem:
            raise ValueError("must be a day of the calendar") from problem
        return value


class Moment(Field):
    """A date and time in UTC: 2026-01-31T09:30:00Z."""

    kind = "date and time"

    def parse(self, value):
        from datetime import datetime

        form = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
        if not isinstance(value, str) or not re.fullmatch(form, value):
            raise ValueError("must be a date and time like 2026-01-31T09:30:00Z")
        try:
            datetime.fromisoformat(value[:-1])
        except ValueError as problem:
            raise ValueError("must be a moment of the calendar") from problem
        return value


class Texts(Field):
    """A list of short texts, stored as JSON."""

    kind = "texts"

    def parse(self, value):
        import json

        if not isinstance(value, list) or not all(isinstance(item, str) and 0 < len(item) <= 200 for item in value):
            raise ValueError("must be a list of texts of 1 to 200 characters")
        for item in value:
            storable(item)
        return json.dumps(value, ensure_ascii=False)

    def show(self, stored):
        import json

        return None if stored is None else json.loads(stored)

    def typed(self, text):
        return [part.strip() for part in text.split(",") if part.strip()]
