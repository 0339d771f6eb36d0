"""Commitments: a judge publishes the digest of their marks first, and the marks when all have done so.

The digest is SHA-256 over the line `amigok.marks.1`, the contest's id, the nonce in hexadecimal and the marks as
canonical JSON, with line breaks between them. The nonce is 32 random bytes that the judge keeps: without it nobody
finds the marks by trying, and a contest's id in it keeps a commitment from being copied elsewhere.
"""

from collections.abc import Mapping
from hashlib import sha256
from uuid import UUID

from game.judging.marks import Marks
from game.scoring.freezing import canonical

VERSION = "amigok.marks.1"

Sheet = Mapping[int, Marks]
"""All marks of a judge: by the position that entries have in their own blind order, then by criterion."""


def digest(contest_id: UUID, nonce: str, sheet: Sheet) -> str:
    """The commitment to a sheet, in hexadecimal. The nonce is 64 hexadecimal digits in lower case."""
    marks = canonical({str(position): dict(marks) for position, marks in sheet.items()})
    return sha256("\n".join((VERSION, str(contest_id), nonce, marks)).encode()).hexdigest()
