"""What is no longer good."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base


class Revocation(Base):
    """All that was given for these together, before this was committed. Null: whichever.

    `transaction_id` is that of the transaction which wrote it. By that, and not by a time, is known what was given
    before: also what was given while it ran.
    """

    __tablename__ = "revocations"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    transaction_id: Mapped[int] = mapped_column(BigInteger, server_default=text("(pg_current_xact_id()::text)::bigint"))
    livestock_id: Mapped[UUID | None]
    user_id: Mapped[UUID | None]
    camera_id: Mapped[UUID | None]
    device_id: Mapped[UUID | None]
    made_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("num_nonnulls(livestock_id, user_id, camera_id, device_id) > 0", name="subject"),
        Index(None, "transaction_id"),
        Index(None, "made_at"),
    )
