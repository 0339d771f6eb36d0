"""What ties accounts to each other and to animals: ids and digests, and nothing that tells who people are."""

from uuid import UUID

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from game.models import Base


class Transfer(Base):
    """One account has sent money to another; `transfer_id` is the first time."""

    __tablename__ = "account_transfers"
    __table_args__ = (Index(None, "recipient_id", "sender_id"),)

    sender_id: Mapped[UUID] = mapped_column(primary_key=True)
    recipient_id: Mapped[UUID] = mapped_column(primary_key=True)
    transfer_id: Mapped[UUID]


class Recorder(Base):
    """Who has entered a weight."""

    __tablename__ = "weight_recorders"

    weighing_id: Mapped[UUID] = mapped_column(primary_key=True)
    livestock_id: Mapped[UUID]
    recorded_by: Mapped[UUID]


class VerifiedName(Base):
    """A keyed digest of the legal name of somebody who has proved who they are: enough to see that two are the same."""

    __tablename__ = "verified_names"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    digest: Mapped[str] = mapped_column(String(43), index=True)


class Dispute(Base):
    """A user's bank takes a payment back, for now or for good, while it is `open`."""

    __tablename__ = "payment_disputes"
    __table_args__ = (Index(None, "user_id", postgresql_where="open"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    user_id: Mapped[UUID]
    open: Mapped[bool]
