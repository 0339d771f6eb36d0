"""The operator's command: `python -m wallet verify-ledger [--noted NUMBER:DIGEST]`."""

import argparse
import re
import sys
from collections.abc import Awaitable, Callable

from amigok_chassis import keyring
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.sealing import proof

USAGE = """Recomputes the chain of sealed transfers with the data key, and names the first transfer that was
changed, is missing or was slipped in. It prints the number and digest of the last seal: kept elsewhere and given as
--noted, they prove that nothing up to there was taken away."""


Published = Callable[[UnitOfWork], Awaitable[list[proof.Noted]]]


def noted(text: str) -> proof.Noted:
    """`17:ab12...` as number and digest. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]{1,18}:[0-9a-f]{64}", text):
        raise argparse.ArgumentTypeError("is not NUMBER:DIGEST")
    number, digest = text.split(":")
    return int(number), bytes.fromhex(digest)


async def verify(settings: Settings, known: proof.Noted | None, published: Published) -> int:
    """Prints whether the ledger is as it was sealed. Returns the exit code: 1 when it is not.

    `published` asks for the seals that publications of liabilities have noted.
    """
    async with keyring.unlocked(settings, service="wallet") as db, db.unit_of_work() as session:
        noted = [*await published(session), *([known] if known else [])]
        verdict = await proof.verify(session, noted=noted)
    last = f"the last is {verdict.transfers}:{verdict.digest.hex()}"
    if verdict.broken:
        sys.stderr.write(f"The ledger was tampered with: {verdict.broken}. Of what is whole before, {last}.\n")
        return 1
    sys.stdout.write(f"{verdict.transfers} sealed transfers are whole; {last}\n")
    return 0
