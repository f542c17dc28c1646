"""Runs tests in worker processes that are forked once; each test has its own program and a time limit."""
import collections
import http.client
import multiprocessing
import os
import signal
import time
import traceback
from multiprocessing.connection import wait

from program import NotRun, Program, Stub
from report import Result
from support import App

TEST_SECONDS = 10
GRACE_SECONDS = 5


class TimeUp(BaseException):
    """The time limit of a test; no test catches it by accident."""


def time_up(*_):
    raise TimeUp


def target_of(kind, root, started):
    return Program(root, started) if kind == "program" else Stub(int(kind[-3:]))


def run_one(test, root, kind, started):
    begin = time.monotonic()
    state, message, evidence, app, target = "not-run", "", "", None, None
    signal.setitimer(signal.ITIMER_REAL, TEST_SECONDS)
    try:
        function = test.function()
        target = target_of(kind, root, started)
        app = App(target)
        message, state = str(function(app)), "passed"
    except AssertionError as failure:
        state, message = "failed", str(failure) or "assertion without a text"
    except TimeUp:
        message = f"no result within {TEST_SECONDS} s"
    except (NotRun, OSError, http.client.HTTPException) as trouble:
        message = f"{type(trouble).__name__}: {trouble}"
    except BaseException as trouble:
        message, evidence = f"{type(trouble).__name__}: {trouble}", traceback.format_exc(limit=-3)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    evidence = "\n".join(part for part in (app.evidence() if app else "", evidence) if part)
    if target is not None:
        if state == "not-run":
            evidence += "\nprogram printed: " + target.printed()
        target.close()
    return Result(test.id, test.requirement, state, message, message + "\n" + evidence, time.monotonic() - begin)


def work(pipe, root, kind):
    """A worker's life: takes a test, answers its result, until None comes."""
    signal.signal(signal.SIGALRM, time_up)
    while (test := pipe.recv()) is not None:
        pipe.send(("done", run_one(test, root, kind, lambda pid: pipe.send(("started", pid)))))


class Worker:
    def __init__(self, context, root, kind):
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=work, args=(other, root, kind), daemon=True)
        self.process.start()
        other.close()
        self.test = None
        self.program = None
        self.since = 0.0

    def give(self, test):
        self.test, self.since, self.program = test, time.monotonic(), None
        self.pipe.send(test)

    def lost(self, why):
        """Result of a test whose worker gave none."""
        self.kill()
        return Result(self.test.id, self.test.requirement, "not-run", why, why, time.monotonic() - self.since)

    def kill(self):
        self.process.kill()
        self.process.join()
        if self.program:
            try:
                os.killpg(self.program, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass

    def hear(self):
        """Result of the test if it is there; None when only a program was started."""
        try:
            kind, value = self.pipe.recv()
        except (EOFError, OSError):
            return self.lost("the worker died")
        if kind == "started":
            self.program = value
            return None
        return value


def run(found, root, kind, jobs, fail_fast):
    """Results in the order of the tests; with fail_fast only those up to the first that did not pass."""
    context = multiprocessing.get_context("fork")
    waiting = collections.deque(found)
    results = {}
    workers = [Worker(context, root, kind) for _ in range(min(jobs, len(found)))]
    busy = []
    while waiting or busy:
        for index, worker in enumerate(workers):
            if worker not in busy and waiting:
                if not worker.process.is_alive():
                    workers[index] = worker = Worker(context, root, kind)
                worker.give(waiting.popleft())
                busy.append(worker)
        wait([worker.pipe for worker in busy], timeout=0.5)
        for worker in list(busy):
            result = worker.hear() if worker.pipe.poll() else None
            if result is None and time.monotonic() - worker.since > TEST_SECONDS + GRACE_SECONDS:
                result = worker.lost(f"no result within {TEST_SECONDS + GRACE_SECONDS} s")
            if result is not None:
                busy.remove(worker)
                results[result.id] = result
                if fail_fast and not result.passed:
                    waiting.clear()
    for worker in workers:
        worker.process.kill()
    return [results[test.id] for test in found if test.id in results]
