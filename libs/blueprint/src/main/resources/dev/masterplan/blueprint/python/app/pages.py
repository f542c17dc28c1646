"""HTML pages: plain, and everything that is shown is escaped."""

from html import escape

from app.errors import Refused
from app.web import Response

STYLE = """
body { font-family: system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; }
nav a { margin-right: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
form.add { display: grid; grid-template-columns: 14rem 1fr; gap: .5rem; max-width: 40rem; }
form.step { display: inline; }
.problem { background: #fdecea; border-left: 4px solid #b3261e; padding: .6rem; }
"""


def document(title, body, pages, status=200):
    """A whole page, with links to all pages by title."""
    links = "".join(_link(path, name) for name, path in (("Start", "/"), *sorted(pages.items())))
    text = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><nav aria-label='Pages'>{links}</nav><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
    return Response(status, text.encode("utf-8"), "text/html")


def index(pages):
    """The start page."""
    return document("Start", "<p>Choose a page above.</p>", pages)


def _link(path, text):
    return f"<a href='{escape(path, quote=True)}'>{escape(text)}</a>"


# ===== link: page | The page of one table
MOST_CHOICES = 200
INPUTS = {"number": "type='number'", "amount": "type='number' step='any'", "date": "type='date'"}
HINTS = {"date and time": ", like 2026-01-31T09:30:00Z", "texts": ", with commas between them"}


class Page:
    """Lists the records of one table; `add` and `lifecycle` bring the form and the buttons."""

    def __init__(self, program, title, path, fields, listing):
        self.program = program
        self.title = title
        self.path = path
        self.fields = fields
        self.listing = listing
        self.add = None
        self.lifecycle = None
        self.transitions = ()

    def get(self, request, problem="", status=200, sent=None):
        """The page; a problem is shown above the list, and the form keeps what was sent."""
        number = request.query().get("page", "1") if request.method == "GET" else "1"
        with self.program.store.read() as db:
            try:
                page = self.listing.shown(db, {"page": number}, rules=self.program.rules)
            except Refused as refusal:
                problem, status = refusal.sentence, refusal.status
                page = self.listing.shown(db, {}, rules=self.program.rules)
            choices = {field.name: self._choices(db, field, page["items"]) for field in self.fields}
        said = f"<p class='problem' role='alert'>{escape(problem)}</p>" if problem else ""
        body = said + self._table(page, choices) + self._pages(page) + self._form(choices, sent or {})
        return document(self.title, body, self.program.pages, status)

    def post(self, request):
        """Adds the record that the form describes."""
        sent = request.form()
        body = {
            field.name: field.typed(sent[field.name])
            for field in self.fields
            if sent.get(field.name, "") != "" and not field.computed
        }
        return self._done(request, lambda: self.add(body), sent)

    def step(self, transition):
        """Answers the button of one transition."""

        def handle(request, record_id):
            return self._done(request, lambda: self.lifecycle.move(record_id, transition))

        return handle

    def _done(self, request, action, sent=None):
        try:
            action()
        except Refused as refusal:
            return self.get(request, refusal.sentence, refusal.status, sent)
        return Response(303, kind="text/html", headers=(("Location", self.path),))

    def _choices(self, db, field, items):
        """What a field may be, as text by value; None when it is free. Records are named by a text of theirs."""
        if field.kind == "yes/no":
            return {True: "yes", False: "no"}
        if field.kind != "reference" or field.table not in self.program.tables:
            return {value: str(value) for value in getattr(field, "values", ())} or None
        name = _named_by(self.program.tables[field.table])
        query = f'SELECT id, "{name}" AS name FROM "{field.table}"'
        rows = db.execute(f"{query} ORDER BY id DESC LIMIT ?", (MOST_CHOICES + 1,)).fetchall()
        for item in items if len(rows) > MOST_CHOICES else ():
            rows += db.execute(f"{query} WHERE id = ?", (item[field.name],)).fetchall()
        return {row["id"]: str(row["id"]) if name == "id" else f"{row['id']} {row['name'] or ''}" for row in rows}

    def _table(self, page, choices):
        heads = "".join(f"<th scope='col'>{escape(label)}</th>" for label in ("id", *(f.label for f in self.fields)))
        steps = "<th scope='col'>steps</th>" if self.transitions else ""
        rows = "".join(self._row(item, choices) for item in page["items"])
        return f"<table><thead><tr>{heads}{steps}</tr></thead><tbody>{rows}</tbody></table>"

    def _row(self, item, choices):
        cells = "".join(f"<td>{escape(_text(item[f.name], choices[f.name]))}</td>" for f in self.fields)
        steps = f"<td>{self._buttons(item)}</td>" if self.transitions else ""
        return f"<tr><td>{item['id']}</td>{cells}{steps}</tr>"

    def _buttons(self, item):
        return "".join(
            f"<form class='step' method='post' action='{self.path}/{item['id']}/{transition.name}'>"
            f"<button aria-label='{escape(transition.name, quote=True)} {item['id']}'>"
            f"{escape(transition.name)}</button></form> "
            for transition in self.transitions
            if item[self.lifecycle.column] in transition.origins
        )

    def _pages(self, page):
        last = max(1, -(-page["total"] // page["page_size"]))
        before = _link(f"{self.path}?page={page['page'] - 1}", "Previous page") + " " if page["page"] > 1 else ""
        after = _link(f"{self.path}?page={page['page'] + 1}", "Next page") if page["page"] < last else ""
        return f"<p>{page['total']} in all, page {page['page']} of {last}. {before}{after}</p>"

    def _form(self, choices, sent):
        if self.add is None:
            return ""
        inputs = "".join(
            _input(field, sent.get(field.name, ""), choices[field.name]) for field in self.fields if not field.computed
        )
        return f"<h2>Add</h2><form class='add' method='post' action='{self.path}'>{inputs}<button>Save</button></form>"


def _named_by(fields):
    """The field whose text names a record: name or title, else its first text, else its address."""
    texts = [field.name for kind in ("text", "address") for field in fields if field.kind == kind]
    return next((name for name in ("name", "title") if name in texts), texts[0] if texts else "id")


def _text(value, choices):
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else (choices or {}).get(value, str(value))


def _input(field, sent, choices):
    name = escape(field.name, quote=True)
    needed = " required" if field.required and field.default is None else ""
    words = field.label + HINTS.get(field.kind, "") + (" (required)" if needed else "")
    label = f"<label for='{name}'>{escape(words)}</label>"
    if choices is None:
        kind = INPUTS.get(field.kind, "type='text'")
        return f"{label}<input id='{name}' name='{name}' {kind} value='{escape(sent, quote=True)}'{needed}>"
    options = "".join(_option(value, text, sent) for value, text in choices.items())
    if len(choices) > MOST_CHOICES:
        known = f"value='{escape(sent, quote=True)}' list='{name}-known'{needed}"
        return f"{label}<span><input id='{name}' name='{name}' {known}><datalist id='{name}-known'>{options}</datalist></span>"
    return f"{label}<select id='{name}' name='{name}'{needed}><option></option>{options}</select>"


def _option(value, text, sent):
    value = str(value).lower() if isinstance(value, bool) else str(value)
    chosen = " selected" if value == sent else ""
    return f"<option value='{escape(value, quote=True)}'{chosen}>{escape(text)}</option>"
