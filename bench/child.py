"""A measurement in a process of its own: `python -m bench.child MODULE:FUNCTION`, arguments and result as JSON."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import structlog
import uvloop

from amigok.errors import Failure
from amigok.fleet import ROOT


class Child:
    """A coroutine function of this package at work elsewhere, on uvloop like a service."""

    def __init__(self, function: str, arguments: Mapping[str, Any]) -> None:
        self._function = function
        # Not a pipe: one that nobody reads yet would cut a long result, for uvloop makes it non-blocking.
        self._output = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.child", function],
            stdin=subprocess.PIPE,
            stdout=self._output,
            cwd=ROOT,
            text=True,
        )
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(arguments))
        self._process.stdin.close()
        self._process.stdin = None

    def result(self, *, seconds: float = 300) -> Any:
        """What it returned. `Failure` if it raised or takes too long."""
        try:
            self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise Failure(f"{self._function} is not done after {seconds:.0f} s") from error
        finally:
            self.end()
        if self._process.returncode:
            raise Failure(f"{self._function} failed, see above")
        self._output.seek(0)
        return json.load(self._output)

    def end(self) -> None:
        """Ends it, if it has not ended by itself."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def run(function: str, **arguments: Any) -> Any:
    """Runs `bench.<module>:<function>` to its end and returns its result."""
    return Child(function, arguments).result()


def main() -> None:
    """The other side: runs the function that is named and prints what it returns."""
    output, sys.stdout = sys.stdout, sys.stderr  # whatever else is printed is not the result
    module, name = sys.argv[1].split(":")
    function = getattr(import_module(f"bench.{module}"), name)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        result = runner.run(function(**json.load(sys.stdin)))
    output.write(json.dumps(result))
    output.flush()


if __name__ == "__main__":
    main()
