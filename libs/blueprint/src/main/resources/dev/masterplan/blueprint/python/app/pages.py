"""HTML pages: plain, and everything that is shown is escaped."""

from html import escape

from app.errors import Refused
from app.web import Response

STYLE = """
body { font-family: system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
form.add { display: grid; grid-template-columns: 12rem 1fr; gap: .5rem; max-width: 40rem; }
form.step { display: inline; }
.problem { background: #fdecea; border-left: 4px solid #b3261e; padding: .6rem; }
"""


def document(title, body, status=200):
    """A whole page."""
    text = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><nav><a href='/'>Start</a></nav><h1>{escape(title)}</h1>{body}</body></html>"
    )
    return Response(status, text.encode("utf-8"), "text/html")


def index(pages):
    """Links to every page."""
    links = "".join(
        f"<li><a href='{escape(path, quote=True)}'>{escape(title)}</a></li>" for title, path in sorted(pages.items())
    )
    return document("Start", f"<ul>{links}</ul>")


# ===== link: page | The page of one table
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

    def get(self, request, problem="", status=200):
        """The page; a problem is shown above the list."""
        number = request.query().get("page", "1") if request.method == "GET" else "1"
        with self.program.store.read() as db:
            page = self.listing.shown(db, {"page": number}, rules=self.program.rules)
        said = f"<p class='problem' role='alert'>{escape(problem)}</p>" if problem else ""
        return document(self.title, said + self._table(page) + self._pages(page) + self._form(), status)

    def post(self, request):
        """Adds the record that the form describes."""
        sent = request.form()
        body = {
            field.name: field.typed(sent[field.name])
            for field in self.fields
            if sent.get(field.name, "") != "" and not field.computed
        }
        return self._done(request, lambda: self.add(body))

    def step(self, transition):
        """Answers the button of one transition."""

        def handle(request, record_id):
            return self._done(request, lambda: self.lifecycle.move(record_id, transition))

        return handle

    def _done(self, request, action):
        try:
            action()
        except Refused as refusal:
            return self.get(request, refusal.sentence, refusal.status)
        return Response(303, kind="text/html", headers=(("Location", self.path),))

    def _table(self, page):
        heads = "".join(f"<th>{escape(field.label)}</th>" for field in self.fields)
        rows = "".join(self._row(item) for item in page["items"])
        return f"<table><thead><tr><th>id</th>{heads}<th></th></tr></thead><tbody>{rows}</tbody></table>"

    def _row(self, item):
        cells = "".join(f"<td>{escape(_text(item[field.name]))}</td>" for field in self.fields)
        return f"<tr><td>{item['id']}</td>{cells}<td>{self._buttons(item)}</td></tr>"

    def _buttons(self, item):
        return "".join(
            f"<form class='step' method='post' action='{self.path}/{item['id']}/{transition.name}'>"
            f"<button>{escape(transition.name)}</button></form> "
            for transition in self.transitions
            if item[self.lifecycle.column] in transition.origins
        )

    def _pages(self, page):
        last = max(1, -(-page["total"] // page["page_size"]))
        return f"<p>{page['total']} in all, page {page['page']} of {last}. " + (
            f"<a href='{self.path}?page={page['page'] + 1}'>Next page</a></p>" if page["page"] < last else "</p>"
        )

    def _form(self):
        if self.add is None:
            return ""
        inputs = "".join(_input(field) for field in self.fields if not field.computed)
        return f"<h2>Add</h2><form class='add' method='post' action='{self.path}'>{inputs}<button>Save</button></form>"


def _text(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)


def _input(field):
    name = escape(field.name, quote=True)
    label = f"<label for='{name}'>{escape(field.label)}{' *' if field.required else ''}</label>"
    if field.kind in ("choice", "yes/no"):
        values = field.values if field.kind == "choice" else ("true", "false")
        options = "".join(f"<option>{escape(str(value))}</option>" for value in ("", *values))
        return f"{label}<select id='{name}' name='{name}'>{options}</select>"
    kind = {"number": "number", "reference": "number", "date": "date"}.get(field.kind, "text")
    return f"{label}<input id='{name}' name='{name}' type='{kind}'>"
