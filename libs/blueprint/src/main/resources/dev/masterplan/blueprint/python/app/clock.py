"""The program's time, in UTC: the environment variable NOW when it is set, else the system's clock."""

import os
from datetime import date, datetime, timedelta, timezone

from app.errors import Refused

FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def moment():
    """Now, as a datetime in UTC."""
    fixed = os.environ.get("NOW")
    if not fixed:
        return datetime.now(timezone.utc)
    parsed = datetime.fromisoformat(fixed.replace("Z", "+00:00"))
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=timezone.utc)
    return parsed.astimezone(timezone.utc)


def now():
    """Now, as text: 2026-01-31T09:30:00Z."""
    return moment().strftime(FORMAT)


def today():
    """The day of now, as text: 2026-01-31."""
    return moment().date().isoformat()


# ===== link: days | Reckon with days
def days_after(day, days):
    """The day that many days later; text in, text out."""
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()
    except OverflowError as problem:
        raise Refused(422, f"the calendar ends before {days} days after {day}") from problem


def days_between(first, last):
    """How many days lie between two days; negative when last is earlier."""
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
