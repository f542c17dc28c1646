"""Entities, fields and states of the library."""
import re
from datetime import date


def text(value, spec):
    if not isinstance(value, str) or not spec.get("shortest", 0) <= len(value) <= spec.get("longest", 10**6):
        return False
    return re.fullmatch(spec.get("pattern", "(?s).*"), value) is not None


def whole(value, spec):
    return type(value) is int and spec.get("least", value) <= value <= spec.get("most", value)


def day(value, spec):
    try:
        return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


CHECKS = {
    "text": text,
    "email": lambda value, spec: isinstance(value, str) and bool(re.fullmatch(r"[^@\s]+@[^@\s]+", value)),
    "whole": whole,
    "date": day,
    "reference": lambda value, spec: type(value) is int,
}
COMPUTED = {"type": "text", "computed": True}


def reference(to):
    return {"type": "reference", "to": to, "required": True}


ENTITIES = {
    "Book": {
        "path": "books",
        "search": ["title", "author"],
        "fields": {
            "title": {"type": "text", "required": True, "longest": 200},
            "author": {"type": "text", "required": True, "longest": 120},
            "isbn": {"type": "text", "required": True, "unique": True, "pattern": "[0-9]{13}"},
            "year": {"type": "whole", "least": 1450, "most": 2100},
        },
    },
    "Copy": {
        "path": "copies",
        "fields": {
            "book_id": reference("Book"),
            "barcode": {"type": "text", "required": True, "unique": True, "shortest": 4, "longest": 20},
            "status": {**COMPUTED, "default": "available"},
        },
    },
    "Member": {
        "path": "members",
        "fields": {
            "name": {"type": "text", "required": True, "longest": 120},
            "email": {"type": "email", "required": True, "unique": True},
            "phone": {"type": "text", "longest": 30},
        },
    },
    "Loan": {
        "path": "loans",
        "sort": "-id",
        "fields": {
            "copy_id": reference("Copy"),
            "member_id": reference("Member"),
            "lent_on": {"type": "date", "default": "@today"},
            "due_on": COMPUTED,
            "returned_on": COMPUTED,
            "fine": COMPUTED,
            "status": {**COMPUTED, "default": "open"},
        },
    },
    "Reservation": {
        "path": "reservations",
        "fields": {
            "book_id": reference("Book"),
            "member_id": reference("Member"),
            "copy_id": COMPUTED,
            "status": {**COMPUTED, "default": "waiting"},
        },
    },
}
MOVES = {
    "Loan": {"return": (["open"], "returned")},
    "Reservation": {
        "ready": (["waiting"], "ready"),
        "collect": (["ready"], "collected"),
        "cancel": (["waiting", "ready"], "cancelled"),
    },
}
