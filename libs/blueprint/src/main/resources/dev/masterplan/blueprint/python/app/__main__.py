"""Starts the program: python3 -m app (settings: PORT, DATA, NOW)."""

import os
import signal
import sys

from app import clock, features
from app.program import Program
from app.server import Server


def main():
    """Serves until SIGTERM or Ctrl-C."""
    try:
        clock.moment()
    except ValueError as problem:
        sys.exit(f"NOW can't be used: {problem}")
    program = Program(os.environ.get("DATA", "data"))
    features.load(program)
    program.prepare()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    port = int(os.environ.get("PORT", "8000"))
    try:
        server = Server(port, program)
    except OSError as problem:
        sys.exit(f"port {port} can't be used: {problem.strerror}")
    with server:
        print(f"http://127.0.0.1:{server.server_port}/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
