"""The table of contests."""

from datetime import datetime
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from game.contests.machine import CONTESTS
from game.contests.prizes import Prize
from game.contests.rules import Rules
from game.models import Base

Type = Literal["beauty", "weight_gain", "profit", "consistency", "custom"]


class Contest(Due, Base):
    """A contest. It is due when its clock says that it opens, starts or ends.

    `version` counts changes of its terms: rules, prizes, fee and times. `rules` and `prizes` are what `game.contests`
    reads as `Rules` and `Prize`; `rules_text` is for people. The fee is in minor units, 0: none. `places_taken` counts
    the live entries. `started_at` and `ended_at` are when it really started and ended. What was frozen at the start has
    the hash `frozen_hash`, and scores are computed by the code of `scoring_version`.

    `judging_ends_at` and `reveal_ends_at` are for contests with judges. Results say when they are announced, until when
    they may be appealed, and when they stand.
    """

    __tablename__ = "contests"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(20))
    type: Mapped[Type] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    sponsor: Mapped[str | None] = mapped_column(String(100))
    rules: Mapped[dict[str, Any]] = mapped_column(JSONB)
    rules_text: Mapped[str] = mapped_column(Text)
    prizes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    entry_fee: Mapped[int] = mapped_column(BigInteger)
    fee_currency: Mapped[str | None] = mapped_column(String(3))
    places: Mapped[int]
    places_taken: Mapped[int] = mapped_column(default=0)
    registration_opens_at: Mapped[datetime | None]
    registration_closes_at: Mapped[datetime]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    judging_ends_at: Mapped[datetime | None]
    reveal_ends_at: Mapped[datetime | None]
    appeal_days: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]
    opened_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    frozen_at: Mapped[datetime | None]
    frozen_hash: Mapped[str | None] = mapped_column(String(64))
    scoring_version: Mapped[int | None]
    ended_at: Mapped[datetime | None]
    announced_at: Mapped[datetime | None]
    appeals_until: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None] = mapped_column(String(20))

    __table_args__ = (
        CheckConstraint(CONTESTS.check("state"), name="state"),
        CheckConstraint(f"type IN {get_args(Type)}", name="type"),
        CheckConstraint("rules -> 'scoring' ->> 'kind' = type", name="scoring"),
        CheckConstraint("entry_fee >= 0 AND (entry_fee > 0) = (fee_currency IS NOT NULL)", name="entry_fee"),
        CheckConstraint("places_taken BETWEEN 0 AND places", name="places"),
        CheckConstraint(
            "registration_opens_at < registration_closes_at AND registration_closes_at <= starts_at"
            " AND starts_at < ends_at AND ends_at < judging_ends_at AND judging_ends_at < reveal_ends_at",
            name="times",
        ),
        CheckConstraint(
            "num_nulls(judging_ends_at, reveal_ends_at) = CASE type WHEN 'beauty' THEN 0 ELSE 2 END", name="judging"
        ),
        CheckConstraint(
            "num_nulls(started_at, frozen_at, frozen_hash, scoring_version) IN (0, 4)"
            " AND (state NOT IN ('active', 'judging', 'completed') OR frozen_at IS NOT NULL)",
            name="frozen",
        ),
        CheckConstraint("state NOT IN ('judging', 'completed') OR ended_at IS NOT NULL", name="ended_at"),
        CheckConstraint("(state = 'completed') = (completed_at IS NOT NULL)", name="completed_at"),
        CheckConstraint(
            "(state = 'cancelled') = (cancelled_at IS NOT NULL)"
            " AND (state = 'cancelled') = (cancel_reason IS NOT NULL)",
            name="cancelled_at",
        ),
        Index(None, "state", "id"),
    )

    @property
    def terms(self) -> Rules:
        """Its rules as data."""
        return Rules.model_validate(self.rules)

    @property
    def prize_table(self) -> list[Prize]:
        return [Prize.model_validate(prize) for prize in self.prizes]

    @property
    def fee(self) -> Money | None:
        return Money.of_minor(self.entry_fee, self.fee_currency) if self.fee_currency else None

    @property
    def pays_cash(self) -> bool:
        return any(prize["kind"] == "cash" for prize in self.prizes)

    @property
    def forbids_sale(self) -> bool:
        """Whether its animals cannot be sold while it runs."""
        return bool(self.rules["forbids_sale"])

    @property
    def shares_ranks(self) -> bool:
        """Whether equal scores share a rank."""
        return bool(self.rules["ties"] == "shared")

    @property
    def counts_until(self) -> datetime:
        """What happens from then on does not count: when it ended, or will end."""
        return self.ended_at or self.ends_at

    def become(self, action: str) -> None:
        """Takes a step; the row must be locked. Raises WrongState."""
        self.state = CONTESTS.follow(action, self.state)
