"""What a test talks to: the program in a process of its own, or a stub that stands in for it."""
import http.client
import http.server
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from datetime import datetime, timedelta

FIRST_NOW = datetime(2031, 3, 3, 10, 0, 0)
START_SECONDS = 5.0
STOP_SECONDS = 0.5
TAIL_BYTES = 2000
LOWEST_PORT, PORTS = 20000, 12000
PORTS_TRIED = itertools.count()


class NotRun(Exception):
    """The program could not be asked, so that nothing was proved."""


def free_port():
    """A port below those that the system gives to clients; workers begin at different places."""
    while True:
        port = LOWEST_PORT + (os.getpid() * 101 + next(PORTS_TRIED)) % PORTS
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class Program:
    """`python3 -m app` on a fresh data folder; `later` starts it again on the same data."""

    def __init__(self, root, started=lambda pid: None):
        self.root = root
        self.now = FIRST_NOW
        self.data = tempfile.mkdtemp(prefix="acceptance-data-")
        self.process = None
        self.tail = b""
        self.started = started
        self.start()

    def start(self):
        self.port = free_port()
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8",
            "TMPDIR": tempfile.gettempdir(),
            "HOME": self.data,
            "PORT": str(self.port),
            "DATA": self.data,
            "NOW": self.now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "PYTHONPYCACHEPREFIX": os.path.join(tempfile.gettempdir(), "acceptance-pycache"),
        }
        # -s and -S: nothing but the standard library, and 30 ms less for each start
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-S", "-m", "app"],
            cwd=self.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.started(self.process.pid)
        threading.Thread(target=self.drain, args=(self.process.stdout,), daemon=True).start()
        self.await_health()

    def drain(self, pipe):
        """Reads what the program prints, so that it never blocks, and keeps the end of it."""
        with pipe:
            while chunk := os.read(pipe.fileno(), 65536):
                self.tail = (self.tail + chunk)[-TAIL_BYTES:]

    def await_health(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            healthy = self.healthy()
            if self.process.poll() is not None:
                time.sleep(0.02)
                raise NotRun(f"the program ended with {self.process.returncode}: {self.printed()}")
            if healthy:
                return
            time.sleep(0.003)
        raise NotRun(f"no health after {START_SECONDS:g} s: {self.printed()}")

    def healthy(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_SECONDS)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def printed(self):
        return self.tail.decode("utf-8", "replace") or "it printed nothing"

    def later(self, **span):
        """The same data at a later time."""
        self.halt(signal.SIGTERM)
        self.now += timedelta(**span)
        self.start()

    def halt(self, first=signal.SIGKILL):
        if self.process is None:
            return
        self.send(first)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        self.send(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def send(self, number):
        try:
            os.killpg(self.process.pid, number)
        except (ProcessLookupError, PermissionError):
            pass

    def close(self):
        self.halt()
        shutil.rmtree(self.data, ignore_errors=True)


class Stub:
    """A running server that knows nothing: 404, or 200 and {}, to everything; one for each worker."""

    servers = {}

    def __init__(self, status):
        self.now = FIRST_NOW
        if status not in Stub.servers:
            Stub.servers[status] = serving(status)
        self.port = Stub.servers[status].server_address[1]

    def later(self, **span):
        self.now += timedelta(**span)

    def printed(self):
        return "a stub"

    def close(self):
        """The server stays for the next test."""


def serving(status):
    body = b"{}" if status == 200 else json.dumps({"error": "not found"}).encode()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering(status, body))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def answering(status, body):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def answer(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer

        def log_message(self, *words):
            pass

    return Handler
