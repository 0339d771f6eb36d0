"""Bring the fleet up, keep it up, bring it down. One synchronous process a folder."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Literal

from amigok import administrator, doubles, gateway, mailbox, ports, services, simulator
from amigok import state as states
from amigok.errors import Failure
from amigok.processes import identify, is_alive, send, wait_gone
from amigok.servers import Servers, engine, launch, media
from amigok.state import Entry, State
from amigok.supervisor import Say, Supervisor
from amigok_chassis.patience import PATIENCE


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the operator asked for."""

    folder: Path
    port: int
    names: Sequence[str]
    durable: bool = True
    simulator: bool = True


class Interrupted(BaseException):
    """SIGINT, SIGTERM or SIGHUP arrived; only the first one counts."""


def run(wishes: Wishes, *, say: Say, ready: Callable[[State], None]) -> None:
    """Bring everything up, call `ready`, and stay until a signal comes; then end all that was started.

    `Failure` if it does not come up; then nothing is left running either.
    """
    states.lock(wishes.folder)
    state = State.load(wishes.folder)
    fleet = Fleet(state, wishes, say)
    try:
        with _interruptible():
            fleet.bring_up()
            ready(state)
            fleet.keep()
    except Interrupted:
        say("stopping: requests and messages under way are finished first")
        fleet.bring_down()
        say("stopped; the data stays")
    except BaseException:
        fleet.bring_down()
        raise


class Fleet:
    """Servers, services and gateway of one state folder, as children of this process."""

    def __init__(self, state: State, wishes: Wishes, say: Say) -> None:
        self._state, self._wishes, self._say = state, wishes, say
        self._supervisor = Supervisor(say=say, changed=self._remember)
        self._servers: Servers | None = None

    def bring_up(self) -> None:
        begun = time.monotonic()
        state, names = self._state, self._wishes.names
        self._claim()
        self._say("servers")
        outside = [mailbox.task(state), *doubles.tasks(state, names)]
        outside += [engine.task(state)] if engine.SERVICE in names and engine.is_wanted() else []
        for task in outside:
            self._supervisor.start(task)
        self._servers = servers = launch(state, self._supervisor, durable=self._wishes.durable)
        self._services = services.preload(names)
        if "stream" in names and media.is_wanted():
            outside.append(media.task(state, services.url(state, "stream"), say=self._say))
            self._supervisor.start(outside[-1])
        self._supervisor.await_ready(task.name for task in outside)
        servers.await_ready()
        self._timed("databases", lambda: services.create_databases(self._services, state, servers.addresses))
        self._timed("broker", lambda: services.set_up_broker(self._services, state, servers.addresses))
        self._timed("migrations", lambda: services.migrate(self._services, state, servers.addresses))
        self._say("services")
        for name, service in self._services.items():
            self._supervisor.start(services.forked_task(name, service, state, servers.addresses))
        if "identity" in names:
            self._timed("administrator", lambda: administrator.create(self._services, state, servers.addresses))
        self._supervisor.await_ready(names)
        self._supervisor.start(gateway.task(state, names))  # last: what it lets in finds somebody to answer
        self._supervisor.await_ready(["gateway"])
        if self._wishes.simulator and "stream" in names:
            self._supervisor.start(simulator.task(state, servers.addresses))
        self._supervisor.say(f"the fleet is up after {time.monotonic() - begun:.1f} s")
        state.ready = True
        state.save()

    def keep(self) -> None:
        """Restart what dies, and do with services what the operator asks for; never returns by itself."""
        while True:
            self._supervisor.watch()
            for name, wish in requests(self._state.folder).items():
                self._heed(name, wish)
            time.sleep(0.1)

    def bring_down(self) -> None:
        """First no new work (gateway), then the services drain, then what they stand on."""
        running = self._supervisor.entries()
        for kind in ("device", "gateway", "service"):
            self._supervisor.stop([name for name, entry in running.items() if entry.kind == kind])
        self._supervisor.stop([name for name in ("mail", media.NAME, engine.NAME, *doubles.NAMES) if name in running])
        if self._servers is not None:
            self._servers.stop()
        self._supervisor.stop()
        self._state.ready, self._state.supervisor = False, None
        self._state.save()

    def _claim(self) -> None:
        state = self._state
        end_leftovers(state, self._say)
        ports.demand(self._wishes.port)
        state.gateway_port, state.services = self._wishes.port, [*self._wishes.names]
        state.supervisor, state.ready, state.processes = identify(os.getpid()), False, {}
        services.settle_ports(state, {*self._wishes.names, "identity"})
        media.settle_ports(state)
        engine.settle_ports(state)
        state.save()
        for name, wish in requests(state.folder).items():
            self._say(f"  an old request to {wish} {name} is dropped")

    def _heed(self, name: str, wish: str) -> None:
        if name not in self._services or self._servers is None:
            return
        if wish == "stop":
            self._say(f"stopping {name}")
            self._supervisor.rest(name)
            return
        self._say(f"{wish}ing {name} with its code of now")
        service = self._services[name]
        self._supervisor.replace(services.fresh_task(name, service, self._state, self._servers.addresses))

    def _timed(self, what: str, work: Callable[[], None]) -> None:
        begun = time.monotonic()
        work()
        self._say(f"  {what:<14} done   {time.monotonic() - begun:5.1f} s")

    def _remember(self, entries: dict[str, Entry]) -> None:
        self._state.processes = entries
        self._state.save()


Wish = Literal["start", "stop", "restart"]


def request(state: State, name: str, wish: Wish) -> None:
    """Have the supervisor start, stop or restart a service, and wait until it has; `Failure` if it does not."""
    before = service_of(state, name)
    if before.stopped == (wish == "stop") and wish != "restart":
        raise Failure(f"{name} {'is stopped already' if before.stopped else 'was not stopped'}")
    folder = state.folder / "requests"
    folder.mkdir(mode=0o700, exist_ok=True)
    draft = folder / f".{name}"
    draft.write_text(wish)
    draft.replace(folder / name)
    _await(state.folder, name, _is_stopped if wish == "stop" else _is_another(before), wish)


def service_of(state: State, name: str) -> Entry:
    """A service of the running fleet; `Failure` if it is none, or the fleet is not up."""
    if not is_alive(state.supervisor):
        raise Failure("the fleet is not up")
    entry = state.processes.get(name)
    if entry is None or entry.kind != "service":
        raise Failure(f"no service {name} is part of this run")
    return entry


def requests(folder: Path) -> dict[str, str]:
    """Take the requests that are waiting: by service, what is asked for."""
    found = {path: path.read_text() for path in (folder / "requests").glob("[!.]*")}
    for path in found:
        path.unlink(missing_ok=True)
    return {path.name: wish for path, wish in found.items()}


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    def interrupt(number: int, frame: FrameType | None) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    yield


def stop(folder: Path, *, say: Say) -> bool:
    """End the run of the folder, whichever way it was started; False if there was none."""
    state = State.load(folder)
    stopped = False
    if state.supervisor and send(state.supervisor, signal.SIGTERM):
        say(f"stopping the fleet of {state.folder}")
        stopped = True
        if not wait_gone(state.supervisor, 150):
            raise Failure(f"the supervisor (pid {state.supervisor.pid}) did not end within 150 s")
    return end_leftovers(state, say) or stopped


def end_leftovers(state: State, say: Say) -> bool:
    """End, and wait for, processes that outlived their supervisor; False if there are none."""
    left = {name: entry for name, entry in state.processes.items() if is_alive(entry)}
    for name, entry in left.items():
        say(f"  ending {name}, which is left from an earlier run")
        send(entry, signal.SIGINT if name == "postgres" else signal.SIGTERM)
    for entry in left.values():
        if not wait_gone(entry, 30):
            send(entry, signal.SIGKILL)
    return bool(left)


def _await(folder: Path, name: str, done: Callable[[State, str], bool], wish: Wish) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if done(State.load(folder), name):
            return
        time.sleep(0.1)
    raise Failure(f"{name} did not {wish} within {PATIENCE:.0f} s; see `amigok logs {name}`")


def _is_stopped(state: State, name: str) -> bool:
    return state.processes[name].stopped and not is_alive(state.processes[name])


def _is_another(before: Entry) -> Callable[[State, str], bool]:
    """Whether another process than `before` serves under that name and is ready."""

    def serves(state: State, name: str) -> bool:
        entry = state.processes.get(name)
        return entry is not None and entry.birth != before.birth and services.is_ready(services.url(state, name))

    return serves
