"""Valid values of fields: different at each number, within length, range and pattern."""
import re
from datetime import timedelta

try:
    import re._constants as kinds
    import re._parser as regex
except ImportError:  # before Python 3.11
    import sre_constants as kinds
    import sre_parse as regex

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_REPEATS = 3


def valid(spec, number, now):
    return MAKERS[spec["type"]](spec, number, now)


def at(value, now):
    """@today, @now and @today+3 become that day or time, all else stays."""
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    word, _, offset = value[1:].replace("-", "+-").partition("+")
    days = timedelta(days=int(offset or 0))
    return (now + days).strftime("%Y-%m-%d" if word == "today" else "%Y-%m-%dT%H:%M:%SZ")


def text(spec, number, now):
    if spec.get("pattern"):
        return matching(spec["pattern"], number)
    value = f"{spec['name'].replace('_', ' ')} {number}"
    if spec.get("max_length") and len(value) > spec["max_length"]:
        value = word(number)[: spec["max_length"]]
    return value.ljust(spec.get("min_length") or 0, "x")


def word(number):
    letters = ""
    while number:
        number, digit = divmod(number, len(LETTERS))
        letters += LETTERS[digit]
    return letters


def integer(spec, number, now):
    if spec.get("values"):
        return spec["values"][(number - 1) % len(spec["values"])]
    lowest = spec.get("min")
    if lowest is None:
        lowest = min(1, spec.get("max") or 1)
    if spec.get("min_exclusive"):
        lowest += 1
    value = int(lowest) + number - 1
    return value if spec.get("max") is None else min(value, int(spec["max"]))


def decimal(spec, number, now):
    lowest, highest = spec.get("min"), spec.get("max")
    lowest = 0 if lowest is None or lowest < 0 and (highest is None or highest > 0) else lowest
    value = lowest + 9 + number
    return value if highest is None or value <= highest else highest


def when(spec, number, now):
    return (now + timedelta(days=1, hours=4 * number)).strftime("%Y-%m-%dT%H:%M:%SZ")


MAKERS = {
    "TEXT": text,
    "INTEGER": integer,
    "DECIMAL": decimal,
    "BOOLEAN": lambda spec, number, now: number % 2 == 1,
    "DATE": lambda spec, number, now: now.strftime("%Y-%m-%d"),
    "DATETIME": when,
    "EMAIL": lambda spec, number, now: f"{spec['name']}.{number}@example.org",
    "ENUM": lambda spec, number, now: spec["values"][(number - 1) % len(spec["values"])],
    "TEXT_LIST": lambda spec, number, now: [f"{spec['name']} {number}"],
}


def matching(pattern, number):
    """A text that the pattern matches as a whole; other numbers give other texts where the pattern allows it."""
    remainder = [number]
    return "".join(drawn(regex.parse(pattern), remainder))


def near_misses(pattern, value):
    """Texts close to one that fits, of which none does: shorter, longer, with blanks, with digits of another script."""
    foreign = "".join(chr(0x660 + int(letter)) if letter in "0123456789" else letter for letter in value)
    texts = (value[:-1], value + value[-1:], value + "\n", " " + value, value + " x", foreign)
    return [text for text in texts if not re.fullmatch(pattern, text)]


def drawn(tokens, remainder):
    for kind, value in tokens:
        if kind is kinds.LITERAL:
            yield chr(value)
        elif kind is kinds.IN:
            yield chosen(members(value), remainder)
        elif kind is kinds.ANY:
            yield chosen(LETTERS, remainder)
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            low, high, inner = value
            for _ in range(max(low, min(high, MOST_REPEATS))):
                yield from drawn(inner, remainder)
        elif kind is kinds.SUBPATTERN:
            yield from drawn(value[3], remainder)
        elif kind is kinds.BRANCH:
            yield from drawn(chosen(value[1], remainder), remainder)
        elif kind is not kinds.AT:
            raise ValueError(f"no text is known for {kind} of a pattern")


def chosen(options, remainder):
    remainder[0], index = divmod(remainder[0], len(options))
    return options[index]


def members(tokens):
    letters = []
    for kind, value in tokens:
        if kind is kinds.RANGE:
            letters += [chr(code) for code in range(value[0], value[1] + 1)]
        elif kind is kinds.LITERAL:
            letters.append(chr(value))
        elif kind is kinds.CATEGORY:
            letters += CATEGORIES[value]
        elif kind is kinds.NEGATE:
            raise ValueError("no text is known for a negated set of a pattern")
    return letters


CATEGORIES = {
    kinds.CATEGORY_DIGIT: list("0123456789"),
    kinds.CATEGORY_WORD: list(LETTERS),
    kinds.CATEGORY_SPACE: [" "],
}
