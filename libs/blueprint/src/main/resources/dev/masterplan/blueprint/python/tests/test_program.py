"""The program as a whole."""

from tests.support import ProgramTest


class WholeProgramTest(ProgramTest):
    def test_it_says_that_it_is_well(self):
        self.assertEqual(self.call("GET", "/health"), (200, {"status": "ok"}))

    def test_every_page_is_linked_and_opens(self):
        status, start = self.call("GET", "/")
        self.assertEqual(status, 200)
        for path in self.program.pages.values():
            with self.subTest(path=path):
                self.assertIn(path, start)
                self.assertEqual(self.call("GET", path)[0], 200)

    def test_every_table_can_be_listed(self):
        for table in self.program.tables:
            path = "/" + table.replace("_", "-")
            with self.subTest(path=path):
                self.assertEqual(self.call("GET", path)[1]["items"], [])
