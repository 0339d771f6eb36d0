"""The operator's commands of the service: `python -m stream verify-evidence DEVICE`."""

import argparse
import asyncio
import sys
from uuid import UUID

from amigok_chassis.settings import Settings
from stream.evidence import cli as evidence


def main() -> None:
    parser = argparse.ArgumentParser(prog="stream")
    commands = parser.add_subparsers(required=True, dest="command")
    verify = commands.add_parser("verify-evidence", description=evidence.USAGE)
    verify.add_argument("device", type=UUID, help="the device's id")
    verify.add_argument("--noted", type=evidence.noted, metavar="NUMBER:HASH", help="a batch that must still be there")
    arguments = parser.parse_args()
    sys.exit(asyncio.run(evidence.verify(Settings(), arguments.device, arguments.noted)))
