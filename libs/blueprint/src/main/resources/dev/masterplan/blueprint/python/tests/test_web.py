"""Requests and routes."""

import unittest

from app.errors import Refused
from app.web import Request, Routes


class WebTest(unittest.TestCase):
    def test_bodies_are_json_objects(self):
        self.assertEqual(Request("POST", "/", "", b'{"a": 1}').json(), {"a": 1})
        for body in (b"", b"[]", b"{", b"\xff", b'{"a": NaN}'):
            with self.subTest(body=body), self.assertRaises(Refused) as refusal:
                Request("POST", "/", "", body).json()
            self.assertEqual(refusal.exception.status, 400)

    def test_routes_find_numbers_and_refuse_the_rest(self):
        routes = Routes()
        routes.add("GET", "/things/{id}", "one")
        routes.add("GET", "/things/late", "late")
        self.assertEqual(routes.find("GET", "/things/7"), ("one", (7,)))
        self.assertEqual(routes.find("GET", "/things/late"), ("late", ()))
        for method, path, status in (("GET", "/other", 404), ("GET", "/things/x", 404), ("PUT", "/things/7", 405)):
            with self.subTest(path=path), self.assertRaises(Refused) as refusal:
                routes.find(method, path)
            self.assertEqual(refusal.exception.status, status)
