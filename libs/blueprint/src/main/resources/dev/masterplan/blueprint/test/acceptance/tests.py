"""Finds the tests: functions marked @case("T-…") in the files test_*.py beside this one."""
import importlib
import os
import re
from dataclasses import dataclass

CASE = re.compile(r'^@case\("(T-[0-9]+-[0-9]+)"', re.MULTILINE)


@dataclass(frozen=True)
class Test:
    id: str
    module: str

    @property
    def requirement(self):
        return "R-" + self.id.split("-")[1]

    def function(self):
        """The function of this test; raises what the import of its file raises."""
        module = importlib.import_module(self.module)
        for value in vars(module).values():
            if getattr(value, "test_id", None) == self.id:
                return value
        raise LookupError(f"{self.module} has no test {self.id}")


@dataclass(frozen=True)
class Missing(Test):
    """An id that was asked for and that no file has."""

    def function(self):
        raise LookupError(f"no file has the test {self.id}")


def find(folder):
    found = []
    for name in sorted(os.listdir(folder)):
        if name.startswith("test_") and name.endswith(".py"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found += [Test(identity, name[:-3]) for identity in CASE.findall(file.read())]
    return found


def choose(found, wanted):
    by_id = {test.id: test for test in found}
    return [by_id.get(identity) or Missing(identity, "") for identity in dict.fromkeys(wanted) if identity]
