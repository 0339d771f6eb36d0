"""The chain of what a device has signed."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base

Verdict = Literal["accepted", "wrong_key", "former_key", "bad_signature", "fork", "rollback", "broken_link", "overlap"]

_LENGTHS = """
octet_length(key) = 32 AND octet_length(previous) = 32 AND octet_length(hash) = 32
AND octet_length(signature) = 64 AND octet_length(model_digest) = 32 AND octet_length(batch_digest) = 32
"""


class Evidence(Base):
    """A signed batch: what the device stated, in the terms of docs/evidence.md, and what was found of it at receipt.

    Each `key` of a device has a chain of its own, from counter 1. `verdict` is as in `service`.
    """

    __tablename__ = "evidence"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    key: Mapped[bytes] = mapped_column(LargeBinary)
    counter: Mapped[int] = mapped_column(BigInteger)
    previous: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    model_digest: Mapped[bytes] = mapped_column(LargeBinary)
    batch_digest: Mapped[bytes] = mapped_column(LargeBinary)
    count: Mapped[int]
    sent_at: Mapped[datetime]
    received_at: Mapped[datetime]
    verdict: Mapped[Verdict] = mapped_column(String(20))

    __table_args__ = (
        UniqueConstraint("device_id", "hash"),
        CheckConstraint("counter > 0", name="counter"),
        CheckConstraint(_LENGTHS, name="lengths"),
        CheckConstraint(f"verdict IN {get_args(Verdict)}", name="verdict"),
        Index(
            "evidence_chain_key",
            "device_id",
            "key",
            "counter",
            unique=True,
            postgresql_where=text("verdict = 'accepted'"),
        ),
    )
