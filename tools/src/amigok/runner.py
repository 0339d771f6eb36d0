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

from amigok import administrator, doubles, gateway, mailbox, ports, services
from amigok import state as states
from amigok.errors import Failure
from amigok.processes import identify, is_alive, send, wait_gone
from amigok.servers import Servers, launch
from amigok.state import Entry, State
from amigok.supervisor import Say, Supervisor


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the operator asked for."""

    folder: Path
    port: int
    names: Sequence[str]
    durable: bool = True


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
        outside = [mailbox.task(state), *(doubles.tasks(state) if "payment" in names else [])]
        for task in outside:
            self._supervisor.start(task)
        self._servers = servers = launch(state, self._supervisor, durable=self._wishes.durable)
        self._services = services.preload(names)
        self._supervisor.await_ready([task.name for task in outside], seconds=20)
        servers.await_ready()
        self._timed("databases", lambda: services.create_databases(self._services, state, servers.addresses))
        self._timed("broker", lambda: services.set_up_broker(self._services, state, servers.addresses))
        self._timed("migrations", lambda: services.migrate(self._services, state, servers.addresses))
        self._say("services")
        for name, service in self._services.items():
            self._supervisor.start(services.forked_task(name, service, state, servers.addresses))
        if "identity" in names:
            self._timed("administrator", lambda: administrator.create(self._services, state, servers.addresses))
        self._supervisor.await_ready(names, seconds=60)
        self._supervisor.start(gateway.task(state, names))  # last: what it lets in finds somebody to answer
        self._supervisor.await_ready(["gateway"], seconds=60)
        self._supervisor.say(f"the fleet is up after {time.monotonic() - begun:.1f} s")
        state.ready = True
        state.save()

    def keep(self) -> None:
        """Restart what dies and what the operator asks to have restarted; never returns by itself."""
        while True:
            self._supervisor.watch()
            for name in wanted_restarts(self._state.folder):
                self._restart(name)
            time.sleep(0.1)

    def bring_down(self) -> None:
        """First no new work (gateway), then the services drain, then what they stand on."""
        running = self._supervisor.entries()
        for kind in ("gateway", "service"):
            self._supervisor.stop([name for name, entry in running.items() if entry.kind == kind])
        self._supervisor.stop([name for name in ("mail", *doubles.NAMES) if name in running])
        if self._servers is not None:
            self._servers.stop()
        self._supervisor.stop()
        self._state.ready, self._state.supervisor = False, None
        self._state.save()

    def _claim(self) -> None:
        state = self._state
        end_leftovers(state, self._say)
        ports.demand(self._wishes.port)
        state.gateway_port = self._wishes.port
        state.supervisor, state.ready, state.processes = identify(os.getpid()), False, {}
        ports.settle(state.ports, [*mailbox.PORTS, *doubles.NAMES])
        services.settle_ports(state, {*self._wishes.names, "identity"})
        state.save()
        for request in wanted_restarts(state.folder):
            self._say(f"  an old request to restart {request} is dropped")

    def _restart(self, name: str) -> None:
        if name not in self._services or self._servers is None:
            return
        self._say(f"restarting {name} with its code of now")
        service = self._services[name]
        self._supervisor.replace(services.fresh_task(name, service, self._state, self._servers.addresses))

    def _timed(self, what: str, work: Callable[[], None]) -> None:
        begun = time.monotonic()
        work()
        self._say(f"  {what:<14} done   {time.monotonic() - begun:5.1f} s")

    def _remember(self, entries: dict[str, Entry]) -> None:
        self._state.processes = entries
        self._state.save()


def request_restart(folder: Path, name: str) -> None:
    """Leave word for the supervisor of the folder."""
    requests = folder / "restart"
    requests.mkdir(mode=0o700, exist_ok=True)
    (requests / name).touch()


def wanted_restarts(folder: Path) -> list[str]:
    """Take the requests that are waiting."""
    found = list((folder / "restart").glob("*")) if (folder / "restart").exists() else []
    for path in found:
        path.unlink(missing_ok=True)
    return [path.name for path in found]


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


def await_restart(folder: Path, name: str, before: Entry, *, seconds: float) -> None:
    """Block until another process than `before` serves under that name and is ready."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        state = State.load(folder)
        entry = state.processes.get(name)
        if entry and entry.birth != before.birth and services.is_ready(services.url(state, name)):
            return
        time.sleep(0.1)
    raise Failure(f"{name} is not ready {seconds:.0f} s after it was told to restart; see `amigok logs {name}`")
