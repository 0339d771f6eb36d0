"""The chain of seals."""

import hmac
import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, LargeBinary, RowMapping
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.sealing import derive
from wallet.models import Base

BEGINNING = bytes(32)
"""What the first seal has for the digest before it."""


class Seal(Base):
    """A transfer's place in the chain; `digest` covers the transfer, its entries and the digest before it.

    No foreign key: a seal has to outlive the transfer that somebody takes away, and to check one would write to each
    transfer again.
    """

    __tablename__ = "seals"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    transfer_id: Mapped[UUID] = mapped_column(unique=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


def digest(key: bytes, *, number: int, previous: bytes, transfer: RowMapping, entries: Iterable[RowMapping]) -> bytes:
    """What seals a transfer after `previous`: the HMAC-SHA-256 of all its columns and those of its entries, in order.

    Columns without a value are left out, so that a table may get further ones that allow none.
    """
    content = json.dumps(
        [_filled(transfer), [_filled(entry) for entry in entries]],
        sort_keys=True,
        separators=(",", ":"),
        default=str,
    )
    return hmac.digest(derive(key, "transfer seals"), f"{number}\0{previous.hex()}\0{content}".encode(), "sha256")


def _filled(row: RowMapping) -> dict[Any, Any]:
    return {name: value for name, value in row.items() if value is not None}
