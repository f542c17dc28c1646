"""The rules of the library."""
from datetime import date, timedelta

LOAN_DAYS = 21
MOST_LOANS = 5


class Refused(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


def days(first, last):
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def shown(store, entity, row):
    row = {"id": row["id"], **row}
    if entity == "Loan":
        late = max(0, days(row["due_on"], row["returned_on"] or store.today()))
        row["fine"] = min(10.0, 0.5 * late)
    return row


def overdue(store, **values):
    return [loan for loan in store.where("Loan", status="open", **values) if loan["due_on"] < store.today()]


def before_create(store, entity, row):
    if entity == "Loan":
        check_copy(store, row["copy_id"])
        check_member(store, row["member_id"])


def computed(entity, row):
    if entity == "Loan":
        try:
            row["due_on"] = (date.fromisoformat(row["lent_on"]) + timedelta(days=LOAN_DAYS)).isoformat()
        except OverflowError:
            raise Refused(422, "the calendar ends before that") from None


def before_change(store, entity, row, body):
    if entity == "Loan" and body.get("copy_id", row["copy_id"]) != row["copy_id"]:
        raise Refused(409, "the copy of a loan stays")
    if entity == "Reservation" and body.get("book_id", row["book_id"]) != row["book_id"]:
        raise Refused(409, "the book of a reservation stays")
    if entity == "Loan" and body.get("member_id", row["member_id"]) != row["member_id"]:
        check_member(store, body["member_id"])


def check_copy(store, copy_id):
    if store.get("Copy", copy_id)["status"] == "on loan":
        raise Refused(409, "a copy on loan can't be lent")


def check_member(store, member_id):
    if overdue(store, member_id=member_id):
        raise Refused(409, "a member with an overdue loan can't borrow")
    if len(store.where("Loan", status="open", member_id=member_id)) >= MOST_LOANS:
        raise Refused(409, "at most 5 open loans")


def after_create(store, entity, row):
    if entity == "Loan":
        store.get("Copy", row["copy_id"])["status"] = "on loan"


def after_move(store, entity, row, name):
    if (entity, name) == ("Loan", "return"):
        row["returned_on"] = store.today()
        copy = store.get("Copy", row["copy_id"])
        copy["status"] = "available"
        waiting = store.where("Reservation", status="waiting", book_id=copy["book_id"])
        if waiting:
            first = min(waiting, key=lambda one: one["id"])
            first["status"], first["copy_id"], copy["status"] = "ready", copy["id"], "set aside"


def before_delete(store, entity, row):
    if entity == "Loan" and row["status"] == "open":
        raise Refused(409, "an open loan is returned first")
    own = {"Book": "book_id", "Copy": "copy_id", "Member": "member_id"}.get(entity)
    for other in ("Copy", "Loan", "Reservation"):
        if own and any(record.get(own) == row["id"] for record in store.tables[other].values()):
            raise Refused(409, "others refer to it")


def report(store, entity, name):
    if (entity, name) == ("Loan", "overdue"):
        found = sorted(overdue(store), key=lambda loan: (loan["due_on"], loan["id"]))
        return [shown(store, "Loan", loan) for loan in found]
    return None
