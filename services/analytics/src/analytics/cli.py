"""The operator's commands of the service: `python -m analytics rebuild` and `... events`."""

import argparse
import asyncio
import sys
from datetime import date

from amigok_chassis import telemetry
from amigok_chassis.settings import Settings
from analytics.rebuilds import cli


def main() -> None:
    parser = argparse.ArgumentParser(prog="analytics")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("rebuild", description=cli.REBUILD).add_argument("--accept", action="store_true")
    events = commands.add_parser("events", description=cli.EVENTS)
    events.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="DAY")
    events.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="DAY")
    arguments = parser.parse_args()
    settings = Settings()
    telemetry.configure_logging("analytics", settings)
    match arguments.command:
        case "rebuild":
            sys.exit(asyncio.run(cli.rebuilt(settings, accept=arguments.accept)))
        case "events":
            sys.exit(asyncio.run(cli.events(settings, arguments.first, arguments.last)))
