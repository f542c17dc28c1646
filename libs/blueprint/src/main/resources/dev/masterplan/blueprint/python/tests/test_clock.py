"""The time, fixed by NOW."""

import os
import unittest
from unittest import mock

from app import clock


class ClockTest(unittest.TestCase):
    def test_now_is_what_the_environment_says(self):
        with mock.patch.dict(os.environ, {"NOW": "2026-03-01T10:20:30Z"}):
            self.assertEqual(clock.now(), "2026-03-01T10:20:30Z")
            self.assertEqual(clock.today(), "2026-03-01")

    def test_days_cross_the_end_of_a_month(self):
        self.assertEqual(clock.days_after("2026-01-31", 1), "2026-02-01")
        self.assertEqual(clock.days_between("2026-01-31", "2026-02-02"), 2)
        self.assertEqual(clock.days_between("2026-02-02", "2026-01-31"), -2)
