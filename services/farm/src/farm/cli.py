"""The operator's command: `restate`."""

import argparse
import asyncio
import sys

from amigok_chassis import keyring
from amigok_chassis.settings import Settings
from farm.restatements import service as restatements

RESTATE = """Has the workers publish what there is now of farms, their staff, types, breeds and animals, for a service
that was not there when it happened. Running it again, also before it is done, starts from the beginning and does no
harm."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="farm")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("restate", description=RESTATE)
    parser.parse_args()
    asyncio.run(restate(Settings()))


async def restate(settings: Settings) -> None:
    """Leaves to the workers what is to be published."""
    async with keyring.unlocked(settings, service="farm") as db, db.unit_of_work() as session:
        await restatements.begin_all(session)
    sys.stdout.write("the farm's workers publish everything again\n")
