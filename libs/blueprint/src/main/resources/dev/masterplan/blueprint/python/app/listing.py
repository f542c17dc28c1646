"""Lists: filters, search, order and pages of a table."""

from app.errors import Refused
from app.fields import Day
from app.records import show

PAGE_SIZE = 20
LARGEST_PAGE = 100


class Listing:
    """What can be asked of one table's list."""

    def __init__(self, table, fields, order="id", page_size=PAGE_SIZE, largest_page=LARGEST_PAGE, search=(), days=()):
        self.table = table
        self.fields = fields
        self.order = order
        self.page_size = page_size
        self.largest_page = largest_page
        self.search = search
        self.days = days

    def page(self, db, parameters, where="1", values=()):
        """The list envelope for these query parameters; 422 for one that is unknown."""
        parameters = dict(parameters)
        number = _number(parameters.pop("page", "1"), "page", 2**31)
        size = _number(parameters.pop("page_size", str(self.page_size)), "page_size", self.largest_page)
        order = self._order(parameters.pop("sort", self.order))
        conditions, wanted = self._conditions(parameters)
        condition = " AND ".join([where, *conditions])
        source = f'FROM "{self.table}" WHERE {condition}'
        values = (*values, *wanted)
        total = db.execute(f"SELECT count(*) AS total {source}", values).fetchone()["total"]
        window = (size, (number - 1) * size)
        rows = db.execute(f"SELECT * {source} ORDER BY {order} LIMIT ? OFFSET ?", (*values, *window)).fetchall()
        return {"items": rows, "total": total, "page": number, "page_size": size}

    def shown(self, db, parameters, where="1", values=(), rules=None):
        """The same with the records as JSON shows them."""
        page = self.page(db, parameters, where, values)
        for row in page["items"]:
            if rules:
                rules.ask("shown", self.table, db, row)
        return {**page, "items": [show(self.fields, row) for row in page["items"]]}

    def _order(self, sort):
        name = sort.removeprefix("-")
        if name != "id" and name not in {field.name for field in self.fields if not field.derived}:
            raise Refused(422, f"the list can't be sorted by {name[:60]}")
        direction = "DESC" if sort.startswith("-") else "ASC"
        return f'"{name}" {direction}, id {direction}'

    def _conditions(self, parameters):
        conditions, wanted = [], []
        for name, text in parameters.items():
            condition, value = self._condition(name, text)
            conditions.append(condition)
            wanted.extend(value)
        return conditions, wanted

    def _condition(self, name, text):
        for field in self.fields:
            if field.name == name and field.filtered:
                return _equal(field, text)
        if name == "q" and self.search:
            return _contains(self.search, text)
        if name.removesuffix("_on") in self.days and name.endswith("_on"):
            return _day(name.removesuffix("_on"), text)
        raise Refused(422, f"{name[:60]} is not a parameter of this list")


def _equal(field, text):
    if text == "":
        return f'"{field.name}" IS NULL', ()
    if field.kind == "texts":
        return f'EXISTS (SELECT 1 FROM json_each("{field.name}") WHERE value = ?)', (text,)
    try:
        return f'"{field.name}" = ?', (field.read(text),)
    except ValueError as problem:
        raise Refused(422, f"{field.label} {problem}") from problem


def _day(name, text):
    try:
        return f'substr("{name}", 1, 10) = ?', (Day(name, name).parse(text),)
    except ValueError as problem:
        raise Refused(422, f"{name}_on {problem}") from problem


def _contains(search, text):
    found = " OR ".join(f'instr(fold("{name}"), fold(?)) > 0' for name in search)
    return f"({found})", (text,) * len(search)


def _number(text, name, largest):
    if not (text.isascii() and text.isdecimal() and len(text) <= 18 and 1 <= int(text) <= largest):
        raise Refused(422, f"{name} must be a number from 1 to {largest}")
    return int(text)
