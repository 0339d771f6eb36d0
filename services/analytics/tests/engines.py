"""A private engine, as `amigok up` runs it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

import httpx

from amigok import ports
from amigok.processes import spawn
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until

SECRET = "secret-of-tests"
SERVER = "AMIGOK_TEST_CLICKHOUSE_URL"
"""Where the environment names a real server: `http://user:password@host:port`. It gets databases that are dropped."""


class PrivateEngine:
    """A process with ClickHouse on a folder of its own; it may be killed and started again."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="amigok-engine-")
        self.port = ports.choose()
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> Self:
        folder = Path(self._folder.name)
        told = {"PATH": str(folder / "data"), "SECRET": SECRET, "PORT": str(self.port), "MEMORY": "600000000"}
        environment = {**os.environ, **{f"ANALYTICS_ENGINE_{name}": value for name, value in told.items()}}
        argv = [sys.executable, "-m", "analytics.engine"]
        self._process = spawn(argv, log=folder / "log", environment=environment)
        await until(self._answers)
        return self

    def url(self, database: str = "") -> str:
        """Of a database that nobody has, unless it is named."""
        return f"http://default:{SECRET}@127.0.0.1:{self.port}/{database or f'facts_{new_id().hex}'}"

    def kill(self) -> None:
        """As a crash does: nothing is finished, nothing is said."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        self.kill()
        self._folder.cleanup()

    async def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (Path(self._folder.name) / "log").read_text()
        try:
            async with httpx.AsyncClient(verify=False) as http:
                return (await http.get(f"http://127.0.0.1:{self.port}/ping")).is_success
        except httpx.HTTPError:
            return False
