"""How far the readings of each sensor are judged."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base


class Judgement(Base):
    """A sensor's readings are judged until `judged_until`, and to be judged anew from `due_from` on, if it is set.

    `due_until` is the newest reading that was known then. `states` has, by what is judged, where judging stands after
    `judged_until`: null where nothing is wrong.
    """

    __tablename__ = "judgements"

    sensor_id: Mapped[UUID] = mapped_column(ForeignKey("sensors.id", ondelete="CASCADE"), primary_key=True)
    due_from: Mapped[datetime | None]
    due_until: Mapped[datetime | None]
    judged_until: Mapped[datetime | None]
    states: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))

    __table_args__ = (Index(None, "due_from", postgresql_where=text("due_from IS NOT NULL")),)
