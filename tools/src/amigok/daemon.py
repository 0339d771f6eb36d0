"""Run in the background, with the terminal attached until the work is ready."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from amigok.errors import Failure

_READY = b"\0"
Ready = Callable[[], None]


def detach(work: Callable[[Ready], None], *, log: Path) -> int:
    """Run `work` in a daemon and show what it prints until it calls the function it is given.

    From then on its output goes to `log`. Returns the exit code for the terminal: 0 once ready, else what the
    work ended with.
    """
    source, sink = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        os.close(source)
        _be_daemon(work, sink, log)
    os.close(sink)
    return _relay(source, pid)


def _be_daemon(work: Callable[[Ready], None], sink: int, log: Path) -> None:
    os.setsid()
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    os.close(sink)

    def ready() -> None:
        sys.stdout.flush()
        os.write(1, _READY)
        target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(target, 1)
        os.dup2(target, 2)
        os.close(target)

    code = 1
    try:
        work(ready)
        code = 0
    except Failure as failure:
        print(f"amigok: {failure}", flush=True)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def _relay(source: int, pid: int) -> int:
    try:
        while chunk := os.read(source, 65536):
            text, mark, _ = chunk.partition(_READY)
            os.write(1, text)
            if mark:
                return 0
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) or 1
    except KeyboardInterrupt:
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
        return 130
