"""Runs the acceptance tests for the service: gate.py OPTIONS, in the root of the tree; the nonce comes on stdin.

The program under test runs as the same account in the same sandbox, so this process makes itself closed to it: it
can't be traced, its memory and descriptors can't be opened, and when the runner opens its report, every other process
has been killed. The answer goes out behind a nonce that only this process and the service know.
"""
import ctypes
import http.client
import importlib._bootstrap_external
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time

PR_SET_DUMPABLE = 4
LARGEST_REPORT = 4_000_000
TAIL = 2_000


def close_to_others():
    if ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        raise OSError("this process can't be closed to others")


def trust_no_cache():
    """Compiled files lie where the program can write: a planted one would run as a test."""

    def no_cache(*_, **__):
        raise NotImplementedError

    importlib._bootstrap_external.cache_from_source = no_cache
    sys.dont_write_bytecode = True


def python_files():
    for folder, folders, names in os.walk("."):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", ".git"))
        yield from (os.path.join(folder, name)[2:] for name in sorted(names) if name.endswith(".py"))


def build():
    """Compiles every Python file; the first error ends it."""
    count = 0
    for path in python_files():
        with open(path, "rb") as file:
            source = file.read()
        try:
            compile(source, path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = getattr(error, "lineno", None) or 1
            return False, f"{path}:{line}: {type(error).__name__}: {getattr(error, 'msg', None) or error}"
        count += 1
    return True, f"{count} files compile"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def start(module, seconds):
    """Starts the program and waits until it answers /health with 200."""
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryFile() as printed:
        port = free_port()
        environment = dict(os.environ, PORT=str(port), DATA=data, NOW="2031-03-03T10:00:00Z")
        environment["PYTHONPYCACHEPREFIX"] = os.path.join(tempfile.gettempdir(), "acceptance-pycache")
        process = subprocess.Popen(
            [sys.executable, "-s", "-m", module],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        begin = time.monotonic()
        try:
            while time.monotonic() - begin < seconds:
                if answers(port):
                    return True, f"python3 -m {module} answers /health after {(time.monotonic() - begin) * 1000:.0f} ms"
                if process.poll() is not None:
                    return False, f"python3 -m {module} ended with {process.returncode}: {tail(printed)}"
                time.sleep(0.01)
            return False, f"python3 -m {module} does not answer /health within {seconds} s: {tail(printed)}"
        finally:
            kill_others()
            process.wait()


def tail(printed):
    size = printed.seek(0, os.SEEK_END)
    printed.seek(max(0, size - TAIL))
    return printed.read().decode("utf-8", "replace").strip() or "it printed nothing"


def r000(options):
    begin = time.monotonic()
    passed, text = build()
    if passed and os.path.isfile(options["entry"]):
        passed, started = start(options["module"], options["start_seconds"])
        text = f"{text}; {started}" if passed else started
    return {"passed": passed, "text": text, "ms": int((time.monotonic() - begin) * 1000)}


def run_tests(arguments, report):
    """Runs the tree's runner inside this process; the report is opened when nobody else is left."""
    alone = False

    def before_the_report(event, values):
        nonlocal alone
        if not alone and event == "open" and str(values[0]).startswith(os.path.dirname(report)):
            alone = True
            kill_others()

    sys.addaudithook(before_the_report)
    sys.argv = ["acceptance/run", "--report", report, *arguments]
    try:
        runpy.run_path("acceptance/run", run_name="__main__")
    except SystemExit:
        pass
    kill_others()
    with open(report, encoding="utf-8") as file:
        return file.read(LARGEST_REPORT)


def kill_others():
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass


def main():
    nonce = sys.stdin.readline().strip()
    close_to_others()
    trust_no_cache()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    options = json.loads(sys.argv[1])
    answer = {}
    if options["build"]:
        answer["r000"] = r000(options)
    if options["arguments"] is not None:
        report = os.path.join(tempfile.mkdtemp(prefix="report-"), "report.xml")
        try:
            answer["report"] = run_tests(options["arguments"], report)
        except BaseException as error:
            answer["trouble"] = f"{type(error).__name__}: {error}"
    out.write(f"\n{nonce} {json.dumps(answer)}\n")
    out.flush()


main()
