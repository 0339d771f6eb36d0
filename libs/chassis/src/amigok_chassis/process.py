"""How a service's process starts: `python -m amigok_chassis run|migrate|verify-audit|replay SERVICE`."""

import argparse
import asyncio
import gc
import signal
import sys
from importlib import import_module
from pathlib import Path
from socket import socket

import uvicorn
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from amigok_chassis import replay, telemetry, tracing
from amigok_chassis.app import create_asgi
from amigok_chassis.audit import cli as audit
from amigok_chassis.edge import Edge
from amigok_chassis.protocol import Protocol
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings


class Server(uvicorn.Server):
    """Says that the process ends before it waits for requests under way, of which some would last."""

    def __init__(self, edge: Edge, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._edge = edge

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        self._edge.state.runtime.context.ending.set()
        await super().shutdown(sockets)


def run(service: Service) -> None:
    """Serves until SIGTERM or SIGINT, then drains. Reads the environment."""
    settings = Settings()
    telemetry.configure_logging(service.name, settings)
    tracing.configure(service.name, settings)
    edge = create_asgi(service, settings)
    config = uvicorn.Config(
        edge,
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=Protocol,
        lifespan="on",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the edge knows better: `addresses.client`
        log_config=None,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        backlog=2048,
    )
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: sys.exit())  # uvicorn raises them again when it has drained
    try:
        Server(edge, config).run()
    finally:
        tracing.shutdown()


def migrate(service: Service) -> None:
    """Brings the service's database up to date. Replicas may do so at once."""
    settings = Settings()
    telemetry.configure_logging(service.name, settings)
    if service.database:
        asyncio.run(upgrade(service, settings.database_url))


def alembic_config(service: Service) -> Config:
    """Alembic over the chassis's versions and the service's own."""
    here = Path(__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(here))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{here / 'versions'}\n{service.migrations}")
    config.attributes["service"] = service
    return config


async def upgrade(service: Service, database_url: str) -> None:
    """Runs the migrations that the database lacks, one process at a time."""
    engine = create_async_engine(database_url.replace("postgresql://", "postgresql+asyncpg://", 1))

    def to_heads(connection: Connection) -> None:
        config = alembic_config(service)
        config.attributes["connection"] = connection
        command.upgrade(config, "heads")

    async with engine.begin() as connection:
        await connection.execute(text("SELECT pg_advisory_xact_lock(20260101)"))
        await connection.execute(text("SET LOCAL lock_timeout = '5s'"))
        await connection.run_sync(to_heads)
    await engine.dispose()


def main() -> None:
    """The command line of a container."""
    parser = argparse.ArgumentParser(prog="python -m amigok_chassis")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("run").add_argument("service", type=load)
    commands.add_parser("migrate").add_argument("service", type=load)
    proof = commands.add_parser("verify-audit", description=audit.USAGE)
    proof.add_argument("service", type=load)
    proof.add_argument("--noted", type=audit.noted, metavar="SERVICE:NUMBER:DIGEST", help="must still be there")
    commands.add_parser("replay", description=replay.USAGE).add_argument("service", type=load)
    arguments = parser.parse_args()
    gc.freeze()
    gc.enable()
    match arguments.command:
        case "run":
            run(arguments.service)
        case "migrate":
            migrate(arguments.service)
        case "verify-audit":
            sys.exit(asyncio.run(audit.verify(arguments.service.name, Settings(), arguments.noted)))
        case "replay":
            settings = Settings()
            telemetry.configure_logging(arguments.service.name, settings)
            sys.exit(asyncio.run(replay.command(arguments.service, settings, sys.stdin)))


def load(name: str) -> Service:
    """The value of the service called `name`. Raises LookupError when its main module has none."""
    service = getattr(import_module(f"{name}.main"), "service", None)
    if not isinstance(service, Service):
        raise LookupError(f"{name}.main has no service")
    return service
