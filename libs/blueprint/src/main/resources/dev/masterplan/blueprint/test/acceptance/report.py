"""Results, and the JUnit XML that tells them."""
import os
import re
import tempfile
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

LONGEST_TEXT = 4000
LONGEST_MESSAGE = 300
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Result:
    """What became of one test: passed, failed by an assertion, or not run."""

    id: str
    requirement: str
    state: str
    message: str
    evidence: str
    seconds: float

    @property
    def passed(self):
        return self.state == "passed"

    def line(self):
        return clean(f"{self.state:8} {self.id:10} {self.seconds * 1000:6.0f} ms  {self.message}", LONGEST_MESSAGE)

    def xml(self):
        head = (
            f"  <testcase name={quoteattr(self.id)} classname={quoteattr(self.requirement)}"
            f' time="{self.seconds:.3f}">'
        )
        message = quoteattr(clean(self.message, LONGEST_MESSAGE))
        evidence = escape(clean(self.evidence, LONGEST_TEXT))
        if self.passed:
            body = f"<system-out>{escape(clean(self.message, LONGEST_TEXT))}</system-out>"
        elif self.state == "failed":
            body = f'<failure type="assertion" message={message}>{evidence}</failure>'
        else:
            body = f'<error type="not-run" message={message}>{evidence}</error>'
        return f"{head}{body}</testcase>"


def clean(text, longest):
    text = NOT_IN_XML.sub("?", text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def write(path, results):
    """Writes the report in one step: a reader sees all of it or nothing."""
    failed = sum(result.state == "failed" for result in results)
    errors = sum(result.state == "not-run" for result in results)
    seconds = sum(result.seconds for result in results)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuite name="acceptance" tests="{len(results)}" failures="{failed}" errors="{errors}" time="{seconds:.3f}">',
        *[result.xml() for result in results],
        "</testsuite>",
    ]
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)), prefix=".report-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)
