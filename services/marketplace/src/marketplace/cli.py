"""The operator's command of the service: `python -m marketplace rebuild`."""

import argparse
import asyncio
import sys

from amigok_chassis import telemetry
from amigok_chassis.settings import Settings
from marketplace.main import service
from marketplace.searches import cli


def main() -> None:
    parser = argparse.ArgumentParser(prog="marketplace")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("rebuild", description=cli.REBUILD)
    parser.parse_args()
    settings = Settings()
    telemetry.configure_logging("marketplace", settings)
    sys.exit(asyncio.run(cli.rebuilt(service, settings)))
