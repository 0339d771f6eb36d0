"""The operator's commands of the service: `python -m analytics engine | rebuild | events`."""

import argparse
import asyncio
import sys
from datetime import date

from amigok_chassis import telemetry
from amigok_chassis.settings import Settings


def main() -> None:
    parser = argparse.ArgumentParser(prog="analytics")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("engine", description="Runs ClickHouse embedded, for the service's other processes.")
    from analytics.rebuilds import cli

    commands.add_parser("rebuild", description=cli.REBUILD).add_argument("--accept", action="store_true")
    events = commands.add_parser("events", description=cli.EVENTS)
    events.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="DAY")
    events.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="DAY")
    arguments = parser.parse_args()
    settings = Settings()
    telemetry.configure_logging("analytics", settings)
    match arguments.command:
        case "engine":
            _engine()
        case "rebuild":
            sys.exit(asyncio.run(cli.rebuilt(settings, accept=arguments.accept)))
        case "events":
            sys.exit(asyncio.run(cli.events(settings, arguments.first, arguments.last)))


def _engine() -> None:
    """Only this process has ClickHouse in its memory."""
    from analytics.engine.server import serve
    from analytics.engine.settings import EngineSettings

    serve(EngineSettings())
