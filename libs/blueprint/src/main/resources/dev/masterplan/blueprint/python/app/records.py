"""Records: what a request sends is held against the fields, what the database keeps is shown."""

from app.errors import Refused


def read_new(fields, body):
    """The values of a new record; 422 when a field's rule is broken."""
    _known(fields, body)
    values = {}
    for field in fields:
        sent = body.get(field.name)
        if sent is None:
            values[field.name] = field.first_value()
        else:
            values[field.name] = _parsed(field, sent)
        if field.required and values[field.name] in (None, ""):
            raise Refused(422, f"{field.label} is required")
    return values


def read_changes(fields, body):
    """The values that a change sends, and only those; null is what a new record gets when nobody says."""
    _known(fields, body)
    values = {}
    for field in fields:
        if field.name in body:
            sent = body[field.name]
            values[field.name] = field.first_value() if sent is None else _parsed(field, sent)
            if field.required and values[field.name] in (None, ""):
                raise Refused(422, f"{field.label} is required")
    return values


def show(fields, row):
    """A stored row as JSON shows it."""
    return {"id": row["id"], **{field.name: field.show(row.get(field.name)) for field in fields}}


def _known(fields, body):
    names = {field.name: field for field in fields}
    for name in body:
        if name not in names:
            raise Refused(422, f"{name[:60]} is not a field")
        if names[name].computed:
            raise Refused(422, f"{names[name].label} is set by the program")


def _parsed(field, value):
    try:
        return field.parse(value)
    except ValueError as problem:
        raise Refused(422, f"{field.label} {problem}") from problem


# ===== link: checks | References and unique values
def check_references(db, fields, values):
    """409 when a value points to a record that does not exist."""
    for field in fields:
        target = values.get(field.name) if field.kind == "reference" else None
        if target is not None:
            query = f'SELECT 1 FROM "{field.table}" WHERE id = ?'
            if db.execute(query, (target,)).fetchone() is None:
                raise Refused(409, f"{field.label} {target} does not exist")


def check_fixed(fields, before, after):
    """409 when a value has changed that others hang on since the record was made."""
    for field in fields:
        if field.fixed and before[field.name] != after[field.name]:
            raise Refused(409, f"{field.label} can't be changed any more")


def check_unique(db, table, fields, values, record_id=0):
    """409 when another record has the same value in a unique field."""
    for field in fields:
        value = values.get(field.name)
        if field.unique and value is not None:
            query = f'SELECT 1 FROM "{table}" WHERE "{field.name}" = ? AND id <> ?'
            if db.execute(query, (value, record_id)).fetchone():
                raise Refused(409, f"{field.label} is taken already")


def check_unreferenced(db, tables, table, record_id):
    """409 when a record of any table points to this one."""
    for other, fields in tables.items():
        for field in fields:
            if field.kind == "reference" and field.table == table:
                query = f'SELECT 1 FROM "{other}" WHERE "{field.name}" = ?'
                if db.execute(query, (record_id,)).fetchone():
                    raise Refused(409, f"still used by {other}")
