"""Refusals: how the program says no."""


class Refused(Exception):
    """A request that gets another status than success, and one sentence that says why."""

    def __init__(self, status, sentence):
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def not_found(what="this path"):
    """404: there is nothing at that address."""
    return Refused(404, f"{what} does not exist")
