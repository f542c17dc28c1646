"""HTTP on 127.0.0.1: reads a request, asks the routes, writes the answer."""

import json
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from app.errors import Refused
from app.web import Request, Response

LARGEST_BODY = 1024 * 1024


class Server(ThreadingHTTPServer):
    """One thread for each connection."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port, program):
        super().__init__(("127.0.0.1", port), Handler)
        self.program = program

    def server_bind(self):
        """Binds without asking the name service for the host's name."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60

    def handle_method(self):
        """Answers one request; whatever goes wrong becomes an answer, never a broken connection."""
        try:
            response = self._respond()
        except Refused as refusal:
            response = refused(refusal.status, refusal.sentence)
        except Exception as problem:
            print(f"{self.command} {self.path} failed:", file=sys.stderr)
            sys.excepthook(type(problem), problem, problem.__traceback__)
            response = refused(500, "something went wrong")
        self._send(response)

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = do_HEAD = do_OPTIONS = handle_method

    def _respond(self):
        body = self._body()
        origin = self.headers.get("Origin")
        if origin and _host(origin) != self.headers.get("Host"):
            raise Refused(403, "pages of other sites may not use this program")
        path, _, query = self.path.partition("?")
        handler, arguments = self.server.program.routes.find(self.command, path)
        return handler(Request(self.command, path, query, body), *arguments)

    def _body(self):
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal()) or "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise Refused(400, "the length of the body is missing")
        if len(length) > 18 or int(length) > LARGEST_BODY:
            self.close_connection = True
            raise Refused(413, "the body is too large")
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            raise Refused(400, "the body ends too early")
        return body

    def _send(self, response):
        self.send_response(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Type", f"{response.kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(response.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.content)
        self.wfile.flush()

    def log_message(self, *_):
        """Requests are not logged."""


def refused(status, sentence):
    """A refusal as JSON; what UTF-8 does not take becomes a question mark."""
    return Response(status, json.dumps({"error": sentence}, ensure_ascii=False).encode("utf-8", "replace"))


def _host(origin):
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None
