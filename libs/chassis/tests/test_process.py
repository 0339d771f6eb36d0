"""A process as operators run it: migrated, started, stopped."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import asyncpg
import httpx
from test_http import problem
from toy.kit import Broker
from toy.main import service as toy

from amigok_chassis.patience import until
from amigok_chassis.process import upgrade
from amigok_chassis.testing import SECRET_KEY
from amigok_chassis.testing_databases import _url, database


async def test_a_process_migrates_serves_and_ends_when_told(broker: Broker) -> None:
    async with database(toy) as url:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = os.environ | {
            "PYTHONPATH": str(Path(__file__).parent),
            "AMIGOK_DATABASE_URL": url,
            "AMIGOK_BROKER_URL": await broker.admit(toy),
            "AMIGOK_SECRET_KEY": SECRET_KEY,
            "AMIGOK_PORT": str(port),
        }

        async def start(command: str) -> asyncio.subprocess.Process:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "amigok_chassis",
                command,
                "toy",
                env=environment,
                stdout=asyncio.subprocess.PIPE,
            )

        migration = await start("migrate")
        await migration.communicate()
        assert migration.returncode == 0
        process = await start("run")
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:

            async def ready() -> bool:
                try:
                    return (await http.get("/health/ready")).json()["worker"] == {}
                except httpx.TransportError:
                    return False

            await until(ready)
            assert (await http.post("/api/v1/toy/notes", json={})).status_code == 201
            problem(await http.get("/api/v1/toy/broken"), 500)
            problem(await http.post("/api/v1/toy/notes", content=b"x" * 2_000_000), 413)
            nap = asyncio.create_task(http.get("/api/v1/toy/nap?seconds=0.5"))
            await asyncio.sleep(0.2)
            process.send_signal(signal.SIGTERM)
            assert (await nap).status_code == 200
        out, _ = await process.communicate()
        assert process.returncode == 0
        assert out.count(b'"event": "request.failed"') == 1


async def test_many_replicas_may_migrate_at_once(broker: Broker) -> None:
    server = os.environ["AMIGOK_TEST_POSTGRES_URL"]
    name = f"empty_{broker.name}"
    outside = await asyncpg.connect(server)
    await outside.execute(f'CREATE DATABASE "{name}"')
    try:
        await asyncio.gather(*(upgrade(toy, _url(name)) for _ in range(3)))
    finally:
        await outside.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        await outside.close()
