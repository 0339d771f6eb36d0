"""The operator's commands of the service: `python -m analytics engine | rebuild | events`."""

import argparse
import asyncio
import sys
from datetime import date

from amigok_chassis import telemetry
from amigok_chassis.settings import Settings

REBUILD = """Makes all facts anew from the archive and the events that are not archived yet, beside those that are
there, and compares them by checksum. Equal ones take their place; others only with --accept."""

EVENTS = """Prints the events that arrived on these days, one JSON object a line, for `amigok analytics replay`. Those
of which something was withheld cannot be said again, and are counted at the end."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="analytics")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("engine", description="Runs ClickHouse embedded, for the service's other processes.")
    commands.add_parser("rebuild", description=REBUILD).add_argument("--accept", action="store_true")
    events = commands.add_parser("events", description=EVENTS)
    events.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="DAY")
    events.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="DAY")
    arguments = parser.parse_args()
    settings = Settings()
    telemetry.configure_logging("analytics", settings)
    match arguments.command:
        case "engine":
            _engine()
        case "rebuild":
            sys.exit(_rebuild(settings, accept=arguments.accept))
        case "events":
            sys.exit(_events(settings, arguments.first, arguments.last))


def _engine() -> None:
    """Only this process has ClickHouse in its memory."""
    from analytics.engine.server import serve
    from analytics.engine.settings import EngineSettings

    serve(EngineSettings())


def _rebuild(settings: Settings, *, accept: bool) -> int:
    from analytics.rebuilds import cli

    return asyncio.run(cli.rebuilt(settings, accept=accept))


def _events(settings: Settings, first: date, last: date) -> int:
    from analytics.rebuilds import cli

    return asyncio.run(cli.events(settings, first, last))
