"""The inbox of webhooks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from payment.models import Base


class Webhook(Base):
    """One event from a provider, stored once however often it comes.

    `facts` is a `ProviderEvent` with ids, states and amounts, but without the payer's secrets. The body itself, with
    names and cards in it, is not stored. `outcome`: `handled`, `ignored` if it is about nothing of ours, or `unread` if
    we do not understand it.
    """

    __tablename__ = "webhooks"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    provider: Mapped[str] = mapped_column(String(10))
    external_id: Mapped[str] = mapped_column(String(200))
    type: Mapped[str] = mapped_column(String(200))
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    received_at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(String(10))
    handled_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("outcome IN ('handled', 'ignored', 'unread')", name="outcome"),
        CheckConstraint("(outcome IS NULL) = (handled_at IS NULL)", name="handled"),
        Index("webhooks_provider_external_id_key", "provider", "external_id", unique=True),
        Index("webhooks_received_at_idx", "received_at"),
        Index("webhooks_unread_idx", "received_at", postgresql_where=text("outcome = 'unread'")),
    )
