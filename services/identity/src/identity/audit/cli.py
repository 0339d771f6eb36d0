"""The operator's command: `python -m identity verify-audit [--noted NUMBER:DIGEST]`."""

import argparse
import sys

from amigok_chassis import keyring
from amigok_chassis.settings import Settings
from identity.audit import service

USAGE = """Computes the chain of the audit log anew, with the data key, and names the first entry that does not
fit. It prints the number and digest of the last entry: kept elsewhere and given as --noted, they prove that
nothing up to there was taken away."""


def noted(text: str) -> tuple[int, bytes]:
    """`17:ab12...` as number and digest. Raises ArgumentTypeError."""
    number, _, digest = text.partition(":")
    try:
        return int(number), bytes.fromhex(digest)
    except ValueError:
        raise argparse.ArgumentTypeError("is not NUMBER:DIGEST") from None


async def verify(settings: Settings, known: tuple[int, bytes] | None) -> int:
    """Says whether the log is whole. Returns the exit code: 1 when it is not."""
    async with keyring.unlocked(settings, service="identity") as db, db.unit_of_work() as session:
        verdict = await service.verify(session, key=db.data_key, noted=known)
    last = f"the last is {verdict.entries}:{verdict.digest.hex()}"
    if verdict.broken:
        sys.stderr.write(f"The audit log was tampered with: {verdict.broken}. Of those before, {last}.\n")
        return 1
    sys.stdout.write(f"{verdict.entries} audit entries are whole; {last}\n")
    return 0
