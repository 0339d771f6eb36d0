"""Processes are known again, restarted, and never outlive whoever started them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amigok.errors import Failure
from amigok.processes import identify, is_alive, send, spawn, wait_gone
from amigok.state import Identity, State, lock
from amigok.supervisor import Supervisor, Task
from amigok_chassis.patience import PATIENCE


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(["sleep", "60"])
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    supervisor = Supervisor(say=lambda message: None)
    yield supervisor
    supervisor.stop()


def task(tmp_path: Path, *argv: str, ready: Callable[[], bool] = lambda: True) -> Task:
    log = tmp_path / "log"
    return Task(name="one", kind="service", launch=lambda: spawn(argv, log=log), ready=ready, log=log, grace=1)


def until(condition: Callable[[], bool], supervisor: Supervisor, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        supervisor.watch()
        time.sleep(0.02)


def test_a_reused_pid_is_not_signalled(sleeper: subprocess.Popen[bytes]) -> None:
    earlier = Identity(pid=sleeper.pid, birth="another boot:1")
    assert not send(earlier, signal.SIGKILL)
    assert sleeper.poll() is None


def test_a_process_is_known_again(sleeper: subprocess.Popen[bytes]) -> None:
    assert send(identify(sleeper.pid), signal.SIGTERM)
    assert sleeper.wait(PATIENCE) == -signal.SIGTERM


def test_what_dies_is_started_again(tmp_path: Path, supervisor: Supervisor) -> None:
    supervisor.start(task(tmp_path, "sleep", "60"))
    first = supervisor.entries()["one"]
    send(first, signal.SIGKILL)
    until(lambda: supervisor.entries()["one"].restarts == 1, supervisor)
    assert is_alive(supervisor.entries()["one"])


def test_what_keeps_dying_is_started_less_and_less_often(tmp_path: Path, supervisor: Supervisor) -> None:
    supervisor.start(task(tmp_path, "false"))
    begun = time.monotonic()
    until(lambda: supervisor.entries()["one"].restarts == 3, supervisor)
    assert time.monotonic() - begun > 0.2 + 0.4 + 0.8


def test_what_was_stopped_stays_down_until_it_is_replaced(tmp_path: Path, supervisor: Supervisor) -> None:
    supervisor.start(task(tmp_path, "sleep", "60"))
    supervisor.rest("one")
    stopped = supervisor.entries()["one"]
    assert stopped.stopped
    assert not is_alive(stopped)
    supervisor.watch()
    time.sleep(0.3)
    supervisor.watch()
    assert not is_alive(supervisor.entries()["one"])
    supervisor.replace(task(tmp_path, "sleep", "60"))
    again = supervisor.entries()["one"]
    assert (again.stopped, is_alive(again), again.restarts) == (False, True, 1)


def test_a_death_while_starting_is_told_with_the_end_of_its_log(tmp_path: Path, supervisor: Supervisor) -> None:
    supervisor.start(task(tmp_path, "sh", "-c", "echo no such luck; exit 3", ready=lambda: False))
    with pytest.raises(Failure, match=r"(?s)code 3 .*no such luck"):
        supervisor.await_ready(["one"])


def test_what_does_not_end_in_time_is_killed(tmp_path: Path, supervisor: Supervisor) -> None:
    supervisor.start(task(tmp_path, "sh", "-c", "trap '' TERM; while :; do sleep 1; done"))
    entry = supervisor.entries()["one"]
    time.sleep(0.2)
    supervisor.stop(["one"])
    assert wait_gone(entry, PATIENCE)


def test_children_end_with_a_killed_supervisor(tmp_path: Path) -> None:
    program = (
        "import pathlib, time\n"
        "from amigok.processes import spawn\n"
        f"child = spawn(['sleep', '60'], log=pathlib.Path({str(tmp_path / 'log')!r}))\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = identify(int(parent.stdout.readline()))
        assert is_alive(child)
        parent.kill()
    assert wait_gone(child, PATIENCE)


def test_the_state_is_private(tmp_path: Path) -> None:
    state = State(folder=tmp_path / "state")
    state.secret("database:wallet")
    state.save()
    assert (state.folder / "state.json").stat().st_mode & 0o777 == 0o600
    assert State.load(state.folder).secrets == state.secrets


def test_a_folder_has_one_supervisor(tmp_path: Path) -> None:
    lock(tmp_path)
    with pytest.raises(Failure, match="already up"):
        lock(tmp_path)
