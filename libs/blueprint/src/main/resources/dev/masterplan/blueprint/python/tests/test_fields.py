"""Field types: what they take and what they refuse."""

import unittest

from app.fields import Amount, Choice, Day, Email, Moment, Text, Texts, Whole, YesNo


class FieldsTest(unittest.TestCase):
    def refused(self, field, *values):
        for value in values:
            with self.subTest(value=value), self.assertRaises(ValueError):
                field.parse(value)

    def test_texts_have_lengths_and_patterns(self):
        field = Text("sku", "sku", shortest=2, longest=3, pattern="[a-z]+")
        self.assertEqual(field.parse("abc"), "abc")
        self.refused(field, "a", "abcd", "ab1", 5, None, "a\x00")

    def test_numbers_have_limits(self):
        field = Whole("year", "year", least=1450, most=2100)
        self.assertEqual(field.parse(1450), 1450)
        self.refused(field, 1449, 2101, "1500", 1500.0, True, 10**30)

    def test_amounts_are_exact(self):
        field = Amount("price", "price", above=0)
        self.assertEqual(field.parse(0.29), 29)
        self.assertEqual(field.show(29), 0.29)
        self.refused(field, 0, -1, 0.001, "1", float("inf"))

    def test_choices_and_flags_are_strict(self):
        self.assertEqual(Choice("state", "state", ("open", "closed")).parse("open"), "open")
        self.refused(Choice("state", "state", ("open", "closed")), "OPEN", None, 1)
        self.assertEqual(YesNo("active", "active").parse(True), 1)
        self.refused(YesNo("active", "active"), 1, "true", None)

    def test_addresses_have_one_at(self):
        self.assertEqual(Email("email", "email").parse("a@b.org"), "a@b.org")
        self.refused(Email("email", "email"), "a", "a@b", "a b@c.org", "a@@b.org")

    def test_days_are_days_of_the_calendar(self):
        self.assertEqual(Day("born_on", "born on").parse("2024-02-29"), "2024-02-29")
        self.refused(Day("born_on", "born on"), "2023-02-29", "2024-1-1", "today", 5)
        self.assertEqual(Moment("at", "at").parse("2024-02-29T10:00:00Z"), "2024-02-29T10:00:00Z")
        self.refused(Moment("at", "at"), "2024-02-29", "2024-02-29T25:00:00Z", 5)

    def test_lists_hold_short_texts(self):
        self.assertEqual(Texts("labels", "labels").show(Texts("labels", "labels").parse(["a", "b"])), ["a", "b"])
        self.refused(Texts("labels", "labels"), "a", [1], [""])
