"""The operator's commands: `prove-ledger`, `verify-ledger`."""

import argparse
import asyncio
import sys

from amigok_chassis import keyring
from amigok_chassis.settings import Settings
from wallet.proofs import service as proofs
from wallet.sealing import cli as sealing
from wallet.solvency.queries import noted_seals

PROOF = """Proves now what the hourly job proves: transfers sum to zero, balances equal entries, holds are within
bounds, the newest seals fit, and what other services stated of their books was posted. Prints each difference."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="wallet")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("prove-ledger", description=PROOF)
    verify = commands.add_parser("verify-ledger", description=sealing.USAGE)
    verify.add_argument("--noted", type=sealing.noted, metavar="NUMBER:DIGEST", help="a seal that must still be there")
    arguments = parser.parse_args()
    settings = Settings()
    if arguments.command == "verify-ledger":
        sys.exit(asyncio.run(sealing.verify(settings, arguments.noted, noted_seals)))
    sys.exit(asyncio.run(prove(settings)))


async def prove(settings: Settings) -> int:
    """Prints every difference. Returns the exit code: 1 when there is one."""
    async with keyring.unlocked(settings, service="wallet") as db, db.unit_of_work() as session:
        found = await proofs.find(session)
    for each in found.differences:
        sys.stdout.write(f"{each.check}: {each.id}: expected {each.expected}, found {each.found}\n")
    sys.stdout.write(
        f"{found.transfers} transfers, {found.entries} entries, {found.holds_placed} holds, "
        f"{len(found.differences)} differences\n"
    )
    return 1 if found.differences else 0
