"""Processes: start one from a program or by fork, know it again later, end it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pwd
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypedDict

from amigok.state import Identity

_SET_PARENT_DEATH_SIGNAL, _SET_NAME = 1, 15
_TERMINATIONS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
_libc = ctypes.CDLL(None)


class Process(Protocol):
    """A child of this process: `subprocess.Popen` or `Forked`."""

    pid: int

    def poll(self) -> int | None: ...


class Forked:
    """A child made by `fork`; `poll` answers its exit code (negative: the signal) once it has ended."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def poll(self) -> int | None:
        if self._code is None:
            with contextlib.suppress(ChildProcessError):
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                self._code = os.waitstatus_to_exitcode(status) if pid else None
        return self._code


@contextlib.contextmanager
def signals_held() -> Iterator[None]:
    """No termination signal arrives in between: a process is either not started or registered."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _TERMINATIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent(death: signal.Signals) -> None:
    """Receive `death` when the parent ends in whatever way, and start with no signal blocked."""
    _libc.prctl(_SET_PARENT_DEATH_SIGNAL, int(death))
    signal.pthread_sigmask(signal.SIG_SETMASK, set())


def spawn(
    argv: Sequence[object],
    *,
    log: Path,
    environment: Mapping[str, str] | None = None,
    account: str | None = None,
    folder: Path | None = None,
    death: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, output appended to `log`, optionally as another user."""
    with log.open("ab") as output:
        return subprocess.Popen(
            [str(part) for part in argv],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=dict(environment) if environment is not None else None,
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: _follow_parent(death),
            **as_user(account),
        )


class Login(TypedDict, total=False):
    """Options of `subprocess` to run as another user."""

    user: str
    group: str
    extra_groups: list[int]


def as_user(account: str | None) -> Login:
    """`subprocess` options to run as the account with its groups; nothing for ourselves."""
    if account is None:
        return {}
    group = pwd.getpwnam(account).pw_gid
    return {"user": account, "group": account, "extra_groups": os.getgrouplist(account, group)}


def fork(
    name: str,
    run: Callable[[], object],
    *,
    log: Path,
    environment: Mapping[str, str],
    stdin: int | None = None,
) -> Forked:
    """Run a function in a forked child called amigok-<name>, output appended to `log`; it ends with it.

    Exit code 0, that of a SystemExit, or 1 with a traceback in the log. This process must have no other
    thread and no running event loop.
    """
    if threading.active_count() != 1:
        raise RuntimeError(f"fork with threads running: {threading.enumerate()}")
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return Forked(pid)
    code = 1
    try:
        _libc.prctl(_SET_NAME, f"amigok-{name}".encode())
        _become_child(parent, log, environment, stdin)
        run()
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _become_child(parent: int, log: Path, environment: Mapping[str, str], stdin: int | None) -> None:
    os.setsid()
    for number in (*_TERMINATIONS, signal.SIGUSR1):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _follow_parent(signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)
    source = os.open(os.devnull, os.O_RDONLY) if stdin is None else stdin
    target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(source, 0)
    os.dup2(target, 1)
    os.dup2(target, 2)
    os.closerange(3, 1024)
    os.environ.clear()
    os.environ.update(environment)


def birth(pid: int) -> str | None:
    """When the process started: boot id and ticks since boot; None if there is none (or a zombie)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else f"{_boot()}:{fields[19]}"


def _boot() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def identify(pid: int) -> Identity:
    return Identity(pid=pid, birth=birth(pid) or "")


def is_alive(identity: Identity | None) -> bool:
    """Whether that very process runs; one that merely inherited its pid does not count."""
    return identity is not None and birth(identity.pid) == identity.birth


def send(identity: Identity, number: signal.Signals) -> bool:
    """Signal that very process; False if it is gone, whoever has its pid now."""
    if not is_alive(identity):
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(identity.pid, number)
    return True


def wait_gone(identity: Identity, seconds: float) -> bool:
    """Whether the process ended within the time."""
    deadline = time.monotonic() + seconds
    while is_alive(identity):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
