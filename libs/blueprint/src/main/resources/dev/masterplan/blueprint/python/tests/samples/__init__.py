"""Sample records for unit tests: what a test does not name gets a fitting value."""


def letters(number, length):
    """A different word of capital letters for each number: AAA, AAB, AAC."""
    word = ""
    for _ in range(length):
        number, letter = divmod(number, 26)
        word = chr(ord("A") + letter) + word
    return word
