"""The operator's command: `python -m amigok_chassis verify-audit SERVICE [--noted SERVICE:NUMBER:DIGEST]`."""

import argparse
import re
import sys

from amigok_chassis import keyring
from amigok_chassis.audit import proof
from amigok_chassis.settings import Settings

USAGE = """Computes the chain of a service's audit log anew, with its data key, and names the first entry that does not
fit. It prints service, number and digest of the last entry: kept elsewhere and given as --noted, they prove that
nothing up to there was taken away."""

Noted = tuple[str, int, bytes]


def noted(text: str) -> Noted:
    """`SERVICE:17:ab12...` as service, number and digest. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[a-z]+:[0-9]{1,18}:[0-9a-f]{64}", text):
        raise argparse.ArgumentTypeError("is not SERVICE:NUMBER:DIGEST")
    service, number, digest = text.split(":")
    return service, int(number), bytes.fromhex(digest)


async def verify(service: str, settings: Settings, known: Noted | None) -> int:
    """Verifies the service's log. Exit codes: 0 if it is whole, 1 if not, 2 if `known` is of another service."""
    if known is not None and known[0] != service:
        sys.stderr.write(f"{service}: what was noted is an entry of {known[0]}.\n")
        return 2
    async with keyring.unlocked(settings, service=service) as db, db.unit_of_work() as session:
        verdict = await proof.verify(session, key=db.data_key, noted=known and known[1:])
    last = f"the last is {service}:{verdict.entries}:{verdict.digest.hex()}"
    if verdict.broken:
        sys.stderr.write(f"{service}: the audit log was tampered with: {verdict.broken}. Of those before, {last}.\n")
        return 1
    sys.stdout.write(f"{service}: {verdict.entries} audit entries are whole; {last}\n")
    return 0
