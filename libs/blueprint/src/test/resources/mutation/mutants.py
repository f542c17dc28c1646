"""Mutants of a generated program: python3 mutants.py APP SEED COUNT prints a JSON list, COUNT 0 = all."""
import ast
import json
import os
import random
import re
import sys

STATUSES = {200: 201, 201: 200, 204: 200, 400: 422, 404: 409, 405: 404, 409: 422, 422: 409}
FLIPPED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "is": "is not", "is not": "is", "in": "not in", "not in": "in",
}
JUDGED = re.compile(r"features/[^/]+/[^/]+\.py$|^(fields|records|rules|listing|schema|clock)\.py$")
LEFT_OUT = re.compile(r"page|__init__")


USED = set()
ASKED = set()


class Source:
    """A file's text, and the edits that make a mutant of it."""

    def __init__(self, path, text):
        self.path, self.text, self.found = path, text, []
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line.encode()))
        self.data = text.encode()

    def at(self, line, column):
        return self.starts[line - 1] + column

    def span(self, node):
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def edit(self, kind, node, start, end, new):
        old = self.data[start:end].decode()
        content = (self.data[:start] + new.encode() + self.data[end:]).decode()
        where = {"file": self.path, "line": node.lineno, "kind": kind}
        self.found.append({**where, "before": old.strip(), "after": new.strip(), "content": content})

    def visit(self, node, inside=False):
        if self.idle(node):
            return
        self.mutate(node, inside)
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, (ast.Slice, ast.JoinedStr)):
                self.visit(child, inside or isinstance(node, ast.FunctionDef))

    def mutate(self, node, inside):
        if isinstance(node, ast.Compare):
            self.between("comparison", node, node.left, node.comparators[0], FLIPPED)
        elif isinstance(node, ast.BoolOp):
            self.between("and/or", node, node.values[0], node.values[1], {"and": "or", "or": "and"})
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            start, end = self.span(node)
            kind, new = ("status", STATUSES[node.value]) if node.value in STATUSES else ("constant", node.value + 1)
            self.edit(kind, node, start, end, str(new))
        elif isinstance(node, ast.Raise):
            self.edit("raise", node, *self.span(node), "pass")
        elif inside and (isinstance(node, ast.AugAssign) or self.is_call(node)):
            self.edit("statement", node, *self.span(node), "pass")

    def idle(self, node):
        """Changes nothing that can be seen: a kind of field that no schema uses, a moment that no rule waits for."""
        if self.path == "fields.py" and isinstance(node, ast.ClassDef):
            return node.name not in USED
        if self.is_call(node) and re.match(r"self\.rules\.ask\(", ast.unparse(node)):
            feature = os.path.basename(os.path.dirname(self.path))
            moment = node.value.args[0]
            return isinstance(moment, ast.Constant) and (feature, moment.value) not in ASKED
        return False

    @staticmethod
    def is_call(node):
        return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)

    def between(self, kind, node, left, right, words):
        start, end = self.span(left)[1], self.span(right)[0]
        gap = self.data[start:end].decode()
        for word in sorted(words, key=len, reverse=True):
            match = re.search(rf"(?<![<>=!\w]){re.escape(word)}(?![<>=\w])", gap)
            if match:
                new = gap[: match.start()] + words[word] + gap[match.end() :]
                self.edit(kind, node, start, end, new)
                return


def look_around(app):
    """Which kinds of fields the schemas use, and at which moments rules wait."""
    for folder, _, names in os.walk(os.path.join(app, "features")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                text = file.read()
            for line in re.findall(r"from app\.fields import (.+)", text):
                USED.update(re.findall(r"\w+", line))
            for moment in re.findall(r'rules\.add\("([^"]+)", TABLE', text):
                ASKED.add((os.path.basename(folder), moment))
    with open(os.path.join(app, "fields.py"), encoding="utf-8") as file:
        bases = dict(re.findall(r"^class (\w+)\((\w+)\)", file.read(), re.MULTILINE))
    for name in list(USED):
        USED.add(bases.get(name, "Field"))
    USED.add("Field")


def mutants(app):
    look_around(app)
    found = []
    for folder, _, names in sorted(os.walk(app)):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), app)
            if JUDGED.search(path) and not LEFT_OUT.search(path):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    source = Source(path, file.read())
                source.visit(ast.parse(source.text))
                found += source.found
    return found


def main():
    app, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    found = mutants(app)
    if count:
        found = random.Random(seed).sample(found, min(count, len(found)))
    json.dump(found, sys.stdout)


main()
