"""Evidence over HTTP."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from amigok_chassis.pagination import Page
from amigok_chassis.schemas import In, Moment, Out
from stream.evidence.models import Evidence, Verdict

Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$", min_length=64, max_length=64)]
"""32 bytes as hexadecimal digits in small letters."""
Signature = Annotated[str, Field(pattern="^[0-9a-f]{128}$", min_length=128, max_length=128, examples=["5e7a" * 32])]
"""64 bytes, likewise."""


class EvidenceIn(In):
    """What a device states of a batch and has signed: docs/evidence.md."""

    key: Digest
    """The device's Ed25519 public key."""
    counter: Annotated[int, Field(strict=True, ge=1, lt=2**53)]
    previous: Digest
    model_digest: Digest
    signature: Signature


class EvidenceOut(Out):
    """A signed batch, and what was found of it when it arrived."""

    id: UUID
    key: str
    counter: int
    previous: str
    hash: str
    model_digest: str
    batch_digest: str
    signature: str
    count: int
    sent_at: Moment
    received_at: Moment
    verdict: Verdict

    @classmethod
    def of(cls, row: Evidence) -> Self:
        values = {name: getattr(row, name) for name in cls.model_fields}
        return cls(**{name: value.hex() if isinstance(value, bytes) else value for name, value in values.items()})


class Gap(Out):
    """Numbers of a chain that have not arrived, the first and the last."""

    key: str
    first: int
    last: int


class EvidencePage(Page[EvidenceOut]):
    """A page of what a device has signed, with the gaps in all of it."""

    gaps: list[Gap]
