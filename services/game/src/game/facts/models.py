"""What happened to animals, once each, and the animals whose facts are waited for."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Numeric, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from game.facts.kinds import KINDS
from game.models import Base


class FactRow(Base):
    """Something that happened to an animal. Its `source_id` is the producer's, once a kind, whatever event told it.

    Some facts are told in parts by several services: what is not known yet is null, and such a fact does not count.
    `about_id` is what the producer says it belongs to, where it does not name the animal. `replaces_id` is the source
    of the fact that this one corrects. `at` is when it happened, `event_id` the first event that told it. Money is in
    minor units.
    """

    __tablename__ = "facts"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20))
    source_id: Mapped[UUID]
    event_id: Mapped[UUID]
    livestock_id: Mapped[UUID | None]
    owner_id: Mapped[UUID | None]
    about_id: Mapped[UUID | None]
    at: Mapped[datetime]
    number: Mapped[Decimal | None] = mapped_column(Numeric(12, 3))
    amount: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(String(3))
    replaces_id: Mapped[UUID | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))

    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint("num_nulls(amount, currency) <> 1", name="money"),
        UniqueConstraint("kind", "source_id"),
        Index(None, "livestock_id", "at", "source_id"),
        Index(None, "about_id", postgresql_where="about_id IS NOT NULL"),
    )


class Followed(Due, Base):
    """An animal that takes part in a contest. It is due when there are facts that its scores do not count yet."""

    __tablename__ = "followed_animals"

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
