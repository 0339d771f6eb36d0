"""Odd input to every endpoint of every service: never a 5xx, always problem+json."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from starlette.types import ASGIApp

from amigok import openapi
from amigok.fleet import SERVICES, load
from amigok_chassis.service import Service
from amigok_chassis.testing import running, token
from tests.fleet.odd_input import send

BUDGET = 2.0
"""Seconds for each path, several times what it takes."""

services = [load(name) for name in SERVICES if load(name).database]


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("service", services, ids=lambda service: service.name)
async def test_generated_input_to_every_endpoint_is_answered_properly(service: Service, tmp_path: Path) -> None:
    """Schemathesis as an administrator, so that guards do not hide what is behind them; seeded."""
    document = openapi.document([service])
    async with running(service) as rig, served(rig.asgi) as url:
        access = token(await rig.administrator(), "admin", lifetime=timedelta(hours=1), amr=("pwd", "otp"))
        seconds = BUDGET * len(document["paths"])
        await send(document, url, access, tmp_path, phases="examples,coverage,fuzzing", examples=15, seconds=seconds)


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """The app on a port of its own, as a process of the fleet serves it."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, access_log=False))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving
