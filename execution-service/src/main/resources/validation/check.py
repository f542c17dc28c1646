"""Checks one Python file and runs unit tests: check.py FILE PREVIOUS|- [TEST FILE...], in the root of the tree.

The service's own code, given to the interpreter by -c. It answers one JSON object a line: first the file's, then
the tests'. Tests run in a forked child that first says which tests there are; whoever is missing later has failed.
"""
import ast
import builtins
import json
import os
import symtable
import sys
import warnings

ALWAYS_THERE = set(dir(builtins)) | {"__file__", "__path__", "__annotations__", "__dict__"}
MATCH_CASE = getattr(ast, "match_case", ast.ExceptHandler)  # there since Python 3.10
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.comprehension, MATCH_CASE)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_ANSWER = 400_000


def syntax(source, name):
    """Diagnostics of the compiler, and its warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, name, "exec", dont_inherit=True)
        except SyntaxError as error:
            where = f"{name}:{error.lineno}:{error.offset}"
            return [f"{where}: {type(error).__name__}: {error.msg}", *(error.text or "").rstrip().splitlines()[:1]], []
        except (ValueError, RecursionError, MemoryError, OverflowError) as error:
            return [f"{name}: {type(error).__name__}: {error}"], []
    return [], [f"{name}:{warning.lineno}: {warning.message}" for warning in caught]


def own_nodes(function):
    """The nodes of a function without those of functions inside it."""
    open_nodes = list(ast.iter_child_nodes(function))
    while open_nodes:
        node = open_nodes.pop()
        yield node
        if not isinstance(node, FUNCTIONS):
            open_nodes.extend(ast.iter_child_nodes(node))


def complexity(function):
    """Cyclomatic: 1 and one for each branch, each further condition of and/or, each filter of a comprehension."""
    count = 1
    for node in own_nodes(function):
        if isinstance(node, BRANCHES):
            count += 1
        if isinstance(node, ast.comprehension):
            count += len(node.ifs)
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
    return count


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]


def largest_complexity(tree, previous):
    """Of the functions that the previous content does not have with the same body; 0 without any."""
    known = {ast.dump(function) for function in functions(previous)} if previous else set()
    return max((complexity(function) for function in functions(tree) if ast.dump(function) not in known), default=0)


def tables(table):
    yield table
    for child in table.get_children():
        yield from tables(child)


def undefined(source, tree, name):
    """Global names that nothing in the file defines."""
    if any(isinstance(node, ast.ImportFrom) and any(a.name == "*" for a in node.names) for node in ast.walk(tree)):
        return []
    top = symtable.symtable(source, name, "exec")
    defined = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()}
    used = set()
    for table in tables(top):
        for symbol in table.get_symbols():
            if table is not top and symbol.is_declared_global() and symbol.is_assigned():
                defined.add(symbol.get_name())
            if symbol.is_referenced() and (symbol.is_global() or table is top):
                used.add(symbol.get_name())
    missing = used - defined - ALWAYS_THERE
    lines = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in missing:
            lines[node.id] = min(lines.get(node.id, node.lineno), node.lineno)
    return [f"{name}:{line}: undefined name {word!r}" for word, line in sorted(lines.items(), key=lambda e: e[1])]


def defined_twice(tree, name):
    """Functions and classes that hide one of the same name in the same block."""
    found = []
    for block in ast.walk(tree):
        if not isinstance(block, (ast.Module, ast.ClassDef)):
            continue
        seen = {}
        for node in block.body:
            if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.decorator_list:
                if node.name in seen:
                    found.append(f"{name}:{node.lineno}: {node.name!r} is defined again, first in line {seen[node.name]}")
                seen[node.name] = node.lineno
    return found


def read(path):
    with open(path, "rb") as file:
        return file.read()


def parse_previous(path):
    try:
        return None if path == "-" else ast.parse(read(path))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def check(path, previous):
    source = read(path)
    errors, lint = syntax(source, path)
    answer = {"version": "%d.%d.%d" % sys.version_info[:3], "syntax": errors, "lint": lint, "complexity": 0}
    if not errors:
        tree = ast.parse(source, path)
        text = source.decode("utf-8-sig")
        answer["lint"] = lint + undefined(text, tree, path) + defined_twice(tree, path)
        answer["complexity"] = largest_complexity(tree, parse_previous(previous))
    return answer


def module_of(path):
    return path.removesuffix(".py").replace("/", ".")


def all_tests(suite):
    for item in suite:
        if hasattr(item, "__iter__"):
            yield from all_tests(item)
        else:
            yield item


def child(pipe, files):
    """Runs in the fork: says which tests there are, then how each ended."""
    import traceback
    import unittest

    def say(kind, test, text=""):
        pipe.write(json.dumps({"kind": kind, "test": test, "text": text[-4000:]}) + "\n")
        pipe.flush()

    class Teller(unittest.TestResult):
        def addSuccess(self, test):
            say("passed", test.id())

        def addSkip(self, test, reason):
            say("skipped", test.id(), reason)

        def addFailure(self, test, error):
            say("failed", test.id(), "".join(traceback.format_exception(*error, limit=-4)))

        def addError(self, test, error):
            self.addFailure(test, error)

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self.addFailure(test, error)

        def addExpectedFailure(self, test, error):
            self.addSuccess(test)

        def addUnexpectedSuccess(self, test):
            say("failed", test.id(), "passed although a failure was expected")

    sys.path.insert(0, os.getcwd())
    sys.dont_write_bytecode = True
    suite = unittest.TestLoader().loadTestsFromNames([module_of(file) for file in files])
    for test in all_tests(suite):
        say("listed", test.id())
    say("loaded", "")
    suite.run(Teller())


def run_tests(files):
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read_end)
        try:
            child(os.fdopen(write_end, "w", encoding="utf-8"), files)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, encoding="utf-8", errors="replace") as pipe:
        said = [json.loads(line) for line in pipe.read(LONGEST_ANSWER).splitlines() if line.endswith("}")]
    os.waitpid(pid, 0)
    return {"tests": said}


def main():
    path, previous, *test_files = sys.argv[1:]
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    answers.write(json.dumps(check(path, previous)) + "\n")
    answers.flush()
    if test_files:
        answers.write(json.dumps(run_tests(test_files)) + "\n")
        answers.flush()


main()
