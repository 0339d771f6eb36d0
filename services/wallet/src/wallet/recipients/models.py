"""Who can be found by what, and who has looked in vain how often."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime
from sqlalchemy.orm import Mapped, mapped_column

from wallet.models import Base


class Handle(Base):
    """The digests of a user's verified address and of the username, as of a version; none once the user is deleted.

    They are not unique: an address may be somebody else's before the news of who gave it up has come.
    """

    __tablename__ = "handles"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    email_digest: Mapped[str | None] = mapped_column(index=True)
    username_digest: Mapped[str | None] = mapped_column(index=True)


class Misses(Base):
    """How often a user has looked for somebody unknown since `since`, within an hour."""

    __tablename__ = "misses"
    __table_args__ = (CheckConstraint("count >= 0", name="count"),)

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    count: Mapped[int]
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))
