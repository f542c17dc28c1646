"""Every package in here is a feature. Its modules register themselves: nothing else names them."""

import os
from importlib import import_module


def load(program):
    """Lets every module of every feature that has a `register` function add what it brings."""
    for feature in _names(os.path.dirname(__file__)):
        for module in _names(os.path.join(os.path.dirname(__file__), feature)):
            part = import_module(f"{__name__}.{feature}.{module}")
            if hasattr(part, "register"):
                part.register(program)


def _names(folder):
    if not os.path.isdir(folder):
        return []
    names = (name.removesuffix(".py") for name in os.listdir(folder))
    return sorted(name for name in names if not name.startswith(("_", ".")))
