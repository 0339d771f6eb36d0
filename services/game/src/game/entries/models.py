"""The table of entries."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from game.entries.machine import ENTRIES, FEES, LIVE, UNSETTLED
from game.models import Base
from game.scoring.values import Entrant

_LIVE = ENTRIES.check("state", LIVE)


class Entry(Base):
    """An animal in a contest, entered by who owned it then. Its id is the reference of the wallet's hold of the fee.

    `contest_version` is what its owner agreed to. When the contest starts its particulars are frozen, and it gets its
    place in a random order of its own, by which judges see it (`blind_number`). `lost_at` is when its owner lost the
    animal. The fee is in minor units, with no state where there is none.
    """

    __tablename__ = "entries"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    contest_id: Mapped[UUID] = mapped_column(ForeignKey("contests.id"))
    contest_version: Mapped[int]
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    state: Mapped[str] = mapped_column(String(20))
    fee: Mapped[int] = mapped_column(BigInteger, default=0)
    fee_currency: Mapped[str | None] = mapped_column(String(3))
    fee_state: Mapped[str | None] = mapped_column(String(10))
    fee_moved_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(40))
    registered_at: Mapped[datetime]
    moved_at: Mapped[datetime]
    frozen_at: Mapped[datetime | None]
    blind_number: Mapped[int | None]
    particulars: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    lost_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(ENTRIES.check("state"), name="state"),
        CheckConstraint(FEES.check("fee_state"), name="fee_state"),
        CheckConstraint(
            "fee >= 0 AND (fee > 0) = (fee_currency IS NOT NULL) AND (fee > 0) = (fee_state IS NOT NULL)", name="fee"
        ),
        CheckConstraint(
            "num_nulls(frozen_at, blind_number, particulars) IN (0, 3)"
            " AND (state NOT IN ('competing', 'lost', 'disqualified') OR frozen_at IS NOT NULL)",
            name="frozen",
        ),
        CheckConstraint("state <> 'lost' OR lost_at IS NOT NULL", name="lost_at"),
        CheckConstraint(
            "(state IN ('refused', 'withdrawn', 'lost', 'disqualified')) <= (reason IS NOT NULL)", name="reason"
        ),
        Index("entries_live_key", "contest_id", "livestock_id", unique=True, postgresql_where=_LIVE),
        Index("entries_blind_number_key", "contest_id", "blind_number", unique=True),
        Index(None, "contest_id", "id"),
        Index(None, "owner_id", "id"),
        Index("entries_livestock_id_idx", "livestock_id", postgresql_where=_LIVE),
        Index(
            "entries_fee_waiting_idx",
            "fee_moved_at",
            postgresql_where=FEES.check("fee_state", UNSETTLED),
        ),
    )

    @property
    def money(self) -> Money | None:
        """Its fee."""
        return Money.of_minor(self.fee, self.fee_currency) if self.fee_currency else None

    @property
    def entrant(self) -> Entrant:
        """What scoring knows of it, once it is frozen in."""
        names = ("id", "livestock_id", "owner_id", "registered_at", "lost_at")
        return Entrant(particulars=self.particulars or {}, **{name: getattr(self, name) for name in names})

    def become(self, action: str, *, now: datetime, reason: str | None = None) -> None:
        """Takes a step; the contest's row must be locked. Raises WrongState."""
        self.state, self.moved_at, self.reason = ENTRIES.follow(action, self.state), now, reason

    def move_fee(self, action: str, *, now: datetime) -> bool:
        """Takes a step of its fee, if the state allows it. Returns whether it did."""
        if not FEES.ends(action, self.fee_state):
            return False
        self.fee_state, self.fee_moved_at = FEES.follow(action, self.fee_state), now
        return True
