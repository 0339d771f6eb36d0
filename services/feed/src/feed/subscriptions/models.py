"""The table of subscriptions."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts.assurance import Assurance
from feed.models import Base
from feed.periods.calendar import Cycle
from feed.subscriptions.machine import SUBSCRIPTIONS

_LIVE = SUBSCRIPTIONS.check("state", SUBSCRIPTIONS.open)


class Subscription(Base):
    """An owner's package for an animal. An animal has one live subscription at a time.

    Periods are counted from `anchor_at` in the `time_zone` of the farm. `next_package_id` is what follows at the end of
    the period; with `cancel_at_end` nothing does. `assurance` is how well the owner was authenticated when they chose,
    and `agreement_id` names that choice for the wallet, which holds up to its price again.
    While it is unpaid, `unpaid_tries` holds were refused since `unpaid_since`; the next is asked for at `retry_at`.
    """

    __tablename__ = "subscriptions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    package_id: Mapped[UUID] = mapped_column(ForeignKey("packages.id"))
    next_package_id: Mapped[UUID | None] = mapped_column(ForeignKey("packages.id"))
    currency: Mapped[str] = mapped_column(String(3))
    cycle: Mapped[Cycle] = mapped_column(String)
    state: Mapped[str]
    version: Mapped[int]
    anchor_at: Mapped[datetime]
    time_zone: Mapped[str] = mapped_column(String(64))
    cancel_at_end: Mapped[bool] = mapped_column(default=False)
    assurance: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    agreement_id: Mapped[UUID] = mapped_column(default=new_id, server_default=func.gen_random_uuid())
    unpaid_since: Mapped[datetime | None]
    unpaid_tries: Mapped[int] = mapped_column(default=0)
    retry_at: Mapped[datetime | None]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("cycle IN ('daily', 'weekly', 'monthly')", name="cycle"),
        CheckConstraint(SUBSCRIPTIONS.check("state"), name="state"),
        CheckConstraint("(state IN ('cancelled', 'ended')) = (ended_at IS NOT NULL)", name="ended_at"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="end_reason"),
        CheckConstraint("unpaid_since IS NOT NULL OR state <> 'unpaid'", name="unpaid_since"),
        Index("subscriptions_live_key", "livestock_id", unique=True, postgresql_where=_LIVE),
        Index(None, "owner_id", "id"),
        Index(None, "package_id"),
        Index("subscriptions_next_package_id_idx", "next_package_id", postgresql_where="next_package_id IS NOT NULL"),
        Index("subscriptions_unpaid_idx", "owner_id", "retry_at", postgresql_where="state = 'unpaid'"),
        Index("subscriptions_retry_at_idx", "retry_at", postgresql_where="retry_at IS NOT NULL"),
    )

    def agree(self, assurance: Assurance | None) -> None:
        """The owner has chosen what is paid for from now on, as well authenticated as this says."""
        self.agreement_id = new_id()
        self.assurance = None if assurance is None else assurance.model_dump(mode="json")

    @property
    def is_live(self) -> bool:
        return self.state in SUBSCRIPTIONS.open
