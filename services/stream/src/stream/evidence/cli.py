"""The operator's command `verify-evidence DEVICE [--noted NUMBER:HASH]`."""

import argparse
import re
import sys
from uuid import UUID

from amigok_chassis import keyring
from amigok_chassis.settings import Settings
from stream.evidence import proof

USAGE = """Computes anew what a device has signed: its chains, and each batch from the stored detections. Names what was
changed, removed or inserted, what is missing and what was refused. It prints the end of each chain: kept elsewhere and
given as --noted, it proves that nothing up to there was taken away."""

Noted = tuple[int, bytes]


def noted(text: str) -> Noted:
    """`17:ab12...` as number and hash. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]{1,16}:[0-9a-f]{64}", text):
        raise argparse.ArgumentTypeError("is not NUMBER:HASH")
    number, _, hash = text.partition(":")
    return int(number), bytes.fromhex(hash)


async def verify(settings: Settings, device_id: UUID, known: Noted | None) -> int:
    """Prints what was found. Exit codes: 0 if all is whole, 1 if not, 2 if the device has signed nothing."""
    async with keyring.unlocked(settings, service="stream") as db:
        found = await proof.prove(db, device_id, known)
    for finding in found.findings:
        sys.stderr.write(f"{finding}\n")
    if found.found > len(found.findings):
        sys.stderr.write(f"and {found.found - len(found.findings)} more\n")
    for key, (counter, hash) in found.ends.items():
        sys.stdout.write(f"key {key.hex()} ends with {counter}:{hash.hex()}\n")
    sys.stdout.write(
        f"{found.batches} batches with {found.detections} detections, {found.expired} whose time is over, "
        f"{found.found} findings\n"
    )
    return 1 if found.found else 0 if found.batches else 2
