"""How the tests talk to the program: requests, expectations that fail by assertion, and valid records."""
import collections
import http.client
import json
import keyword
import urllib.parse
from datetime import timedelta

import values
from interface import ENTITIES

EXCHANGES_KEPT = 3
ANSWER_SECONDS = 5
ABSENT_ID = 999999
LEFT_OUT = object()

Answer = collections.namedtuple("Answer", "request status json")


def case(identity):
    """Marks a function as the test of that id."""

    def mark(function):
        function.test_id = identity
        return function

    return mark


def expect(answer, status):
    """The JSON of an answer that must have this status."""
    assert answer.status == status, f"{answer.request} → {answer.status}, expected {status}"
    return answer.json


def refused(answer, status):
    """Asserts a refusal: its status, and a sentence that says why."""
    error = field(expect(answer, status), "error")
    assert isinstance(error, str) and error, f"{answer.request} → {status} without a sentence in 'error'"


def record(answer, status=200):
    """The record in an answer: an object with an integer id."""
    body = expect(answer, status)
    assert isinstance(field(body, "id"), int), f"{answer.request} → a record whose id is no integer: {body}"
    return body


def field(body, name):
    assert isinstance(body, dict) and name in body, f"no field '{name}' in {json.dumps(body)[:300]}"
    return body[name]


def number(body, name):
    value = field(body, name)
    assert isinstance(value, (int, float)) and not isinstance(value, bool), f"{name} is no number: {value!r}"
    return value


def equal(actual, expected, what):
    assert same(actual, expected), f"{what} is {json.dumps(actual)}, expected {json.dumps(expected)}"


def same(actual, expected):
    if isinstance(actual, bool) or isinstance(expected, bool):
        return actual is expected
    return actual == expected


def holds(body, expected):
    """Asserts that a record has these values."""
    for name, value in expected.items():
        equal(field(body, name), value, name)


def items(answer):
    """The records of a list, in their order."""
    body = expect(answer, 200)
    found = field(body, "items")
    assert isinstance(found, list), f"{answer.request} → items is no list"
    for name in ("total", "page", "page_size"):
        assert isinstance(field(body, name), int), f"{answer.request} → {name} is no integer"
    return found


def ids(answer):
    """The ids of a list, in its order."""
    return [field(item, "id") for item in items(answer)]


def members(answer):
    """The records of a list by id, for lists whose order is another sentence's matter."""
    return sorted(items(answer), key=lambda item: field(item, "id"))


def member_ids(answer):
    return sorted(ids(answer))


class App:
    """The program under test, as one test sees it."""

    def __init__(self, target):
        self.target = target
        self.connection = None
        self.port = None
        self.exchanges = collections.deque(maxlen=EXCHANGES_KEPT)
        self.numbers = collections.Counter()

    # requests

    def request(self, method, path, body=None, raw=None):
        if self.port != self.target.port:
            self.port = self.target.port
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        data = raw if raw is not None else None if body is None else json.dumps(body)
        text = f"{method} {path}" + ("" if data is None else f" {data[:500]}")
        self.exchanges.append(f"{text} → no answer")
        headers = {"Content-Type": "application/json"} if data is not None else {}
        self.connection.request(method, path, None if data is None else data.encode(), headers)
        response = self.connection.getresponse()
        content = response.read().decode("utf-8", "replace")
        self.exchanges[-1] = f"{text} → {response.status} {content[:1000]}"
        return Answer(text, response.status, parsed(content))

    def get(self, path, /, **query):
        return self.request("GET", path + ("?" + urllib.parse.urlencode(plain(query)) if query else ""))

    def post(self, path, body=None, raw=None):
        return self.request("POST", path, body, raw)

    def patch(self, path, body=None, raw=None):
        return self.request("PATCH", path, body, raw)

    def delete(self, path):
        return self.request("DELETE", path)

    def evidence(self):
        return "\n".join(self.exchanges)

    # time

    def later(self, **span):
        self.target.later(**span)

    def day(self, offset=0):
        return (self.target.now + timedelta(days=offset)).strftime("%Y-%m-%d")

    def time(self, **offset):
        return (self.target.now + timedelta(**offset)).strftime("%Y-%m-%dT%H:%M:%SZ")

    # records

    def body(self, entity, /, **given):
        """A valid body for a new record: what is required, and what is given."""
        return self.filled(entity, lambda spec: spec["needed"], given)

    def complete(self, entity, /, **given):
        """A valid body with every field that may be sent."""
        return self.filled(entity, lambda spec: spec["sent"], given)

    def changes(self, entity):
        """Other values of all fields that may be sent, except references."""
        kinds = {spec["name"]: spec["type"] for spec in ENTITIES[entity]["fields"]}
        return {name: value for name, value in self.complete(entity).items() if kinds[name] != "REFERENCE"}

    def near_misses(self, entity, name, value):
        """Values that just miss the pattern of a field."""
        spec = next(spec for spec in ENTITIES[entity]["fields"] if spec["name"] == name)
        return values.near_misses(spec["pattern"], value)

    def beside(self, entity, one, /, **given):
        """Fields of another record like that one: what it refers to refers to the same as with that one."""
        for spec in ENTITIES[entity]["fields"]:
            if spec["type"] == "REFERENCE" and spec["needed"] and spec["name"] not in given:
                like = self.read(spec["references"], {"id": one[spec["name"]]})
                kept = [s["name"] for s in ENTITIES[spec["references"]]["fields"] if s["type"] == "REFERENCE" and s["needed"]]
                shared = {name: like[name] for name in kept}
                given[spec["name"]] = self.make(spec["references"], **{**self.fitting(spec), **shared})["id"]
        return given

    def filled(self, entity, wanted, given):
        body = plain(given)
        for spec in ENTITIES[entity]["fields"]:
            if spec["name"] not in body and wanted(spec):
                body[spec["name"]] = self.value(entity, spec)
        return {name: value for name, value in body.items() if value is not LEFT_OUT}

    def value(self, entity, spec):
        """A valid value of a field, another one at each call."""
        self.numbers[entity, spec["name"]] += 1
        number = self.numbers[entity, spec["name"]]
        if spec["type"] == "REFERENCE":
            return self.make(spec["references"], **self.fitting(spec))["id"]
        return values.valid(spec, number, self.target.now)

    def fitting(self, reference):
        """What a rule wants of the record that a reference points to."""
        return {name: values.at(value, self.target.now) for name, value in reference.get("with", {}).items()}

    def make(self, entity, /, **given):
        """A new record; what it refers to is made as well where it is not given."""
        return record(self.post(ENTITIES[entity]["path"], self.body(entity, **given)), 201)

    def path(self, entity, body, more=""):
        return f"{ENTITIES[entity]['path']}/{body['id']}{more}"

    def read(self, entity, body):
        return record(self.get(self.path(entity, body)))

    def change(self, entity, body, /, **changes):
        return record(self.patch(self.path(entity, body), plain(changes)))

    def move(self, entity, body, transition):
        return record(self.post(self.path(entity, body, "/" + transition)))


def plain(given):
    """Arguments as fields: from_ means the field from, which Python keeps for itself."""
    names = {name: name[:-1] for name in given if name.endswith("_") and keyword.iskeyword(name[:-1])}
    return {names.get(name, name): value for name, value in given.items()}


def parsed(content):
    try:
        return json.loads(content) if content else None
    except ValueError:
        return None
