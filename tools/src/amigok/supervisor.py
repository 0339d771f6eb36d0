"""Tasks that are kept running: start, wait until ready, restart what died, stop in order."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from amigok.errors import Failure
from amigok.processes import Process, identify, signals_held
from amigok.state import Entry
from amigok_chassis.patience import PATIENCE

FIRST_DELAY, LONGEST_DELAY = 0.2, 5.0
STEADY = 30.0
Say = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Task:
    """A process to keep: how it starts, how to see that it is ready, how it ends.

    `launch` must not block; `ready` is asked again and again and answers at once.
    """

    name: str
    kind: str
    launch: Callable[[], Process]
    ready: Callable[[], bool]
    log: Path
    port: int | None = None
    stop: signal.Signals = signal.SIGTERM
    grace: float = 20.0


@dataclass
class _Running:
    task: Task
    process: Process
    entry: Entry
    started: float
    delay: float = FIRST_DELAY
    retry_at: float | None = None


@dataclass
class Supervisor:
    """Owns the children of this process. Synchronous and single-threaded: `watch` is its only loop."""

    say: Say = print
    changed: Callable[[dict[str, Entry]], None] = lambda entries: None
    _running: dict[str, _Running] = field(default_factory=dict)

    def start(self, task: Task) -> None:
        with signals_held():
            process = task.launch()
            entry = Entry(**identify(process.pid).model_dump(), kind=task.kind, port=task.port)
            self._running[task.name] = _Running(task, process, entry, time.monotonic())
        self._tell()

    def entries(self) -> dict[str, Entry]:
        return {name: one.entry for name, one in self._running.items()}

    def await_ready(self, names: Iterable[str], *, seconds: float = PATIENCE) -> None:
        """Block until all are ready, saying each; `Failure` if one ends or the time is over."""
        begun = said = time.monotonic()
        waiting = [self._running[name] for name in names]
        while waiting:
            for one in list(waiting):
                code = one.process.poll()
                if code is not None:
                    raise Failure(f"{one.task.name} ended with code {code} while starting{tail(one.task.log)}")
                if one.task.ready():
                    waiting.remove(one)
                    self.say(f"  {one.task.name:<14} ready  {time.monotonic() - one.started:5.1f} s")
            names_left = ", ".join(one.task.name for one in waiting)
            now = time.monotonic()
            if waiting and now - begun > seconds:
                raise Failure(f"not ready after {seconds:.0f} s: {names_left}{tail(waiting[0].task.log)}")
            if waiting and now - said >= 3:
                said = now
                self.say(f"  waiting for {names_left} ({now - begun:.0f} s)")
            if waiting:
                time.sleep(0.05)

    def watch(self) -> None:
        """One look at every child: what ended unasked is started again, later each time it fails quickly."""
        now = time.monotonic()
        for one in self._running.values():
            if one.entry.stopped:
                continue
            if one.retry_at is not None:
                if now >= one.retry_at:
                    self._again(one)
            elif (code := one.process.poll()) is not None:
                one.delay = FIRST_DELAY if now - one.started > STEADY else one.delay
                self._log(f"{one.task.name} ended with code {code}; starting it again in {one.delay:.1f} s")
                one.retry_at = now + one.delay
                one.delay = min(one.delay * 2, LONGEST_DELAY)

    def rest(self, name: str) -> None:
        """Stop the task of that name and leave it so until it is replaced."""
        one = self._running[name]
        self._end([one])
        one.entry = one.entry.model_copy(update={"stopped": True})
        self._tell()

    def replace(self, task: Task) -> None:
        """Stop the task of that name and start this one in its place."""
        restarts = self._running[task.name].entry.restarts
        self.stop([task.name])
        self.start(task)
        self._running[task.name].entry.restarts = restarts + 1
        self._tell()

    def stop(self, names: Iterable[str] | None = None) -> None:
        """End these tasks (all) together; one that outlasts its grace is killed with its whole session."""
        chosen = [self._running[name] for name in (list(self._running) if names is None else names)]
        self._end(chosen)
        for one in chosen:
            del self._running[one.task.name]
        self._tell()

    def _end(self, chosen: Sequence[_Running]) -> None:
        for one in chosen:
            if one.process.poll() is None:
                _signal(one.process.pid, one.task.stop)
        for one in chosen:
            deadline = time.monotonic() + one.task.grace
            while one.process.poll() is None:
                if time.monotonic() > deadline:
                    self._log(f"{one.task.name} did not end within {one.task.grace:.0f} s and is killed")
                    _signal_session(one.process.pid)
                    deadline += 5
                time.sleep(0.02)

    def _again(self, one: _Running) -> None:
        with signals_held():
            one.process = one.task.launch()
            one.started, one.retry_at = time.monotonic(), None
            one.entry = one.entry.model_copy(
                update={
                    **identify(one.process.pid).model_dump(),
                    "since": datetime.now(UTC),
                    "restarts": one.entry.restarts + 1,
                }
            )
        self._tell()

    def _tell(self) -> None:
        self.changed(self.entries())

    def _log(self, message: str) -> None:
        self.say(f"{datetime.now(UTC):%H:%M:%S} {message}")


def tail(log: Path, lines: int = 8) -> str:
    """The end of a log, to be appended to a message."""
    try:
        text = log.read_text(errors="replace").splitlines()[-lines:]
    except OSError:
        return ""
    return "".join(f"\n    {line[:300]}" for line in text if line.strip()) + f"\n  ({log})"


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _signal_session(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
