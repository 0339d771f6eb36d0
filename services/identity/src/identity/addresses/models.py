"""One row for each change that was asked for."""

from datetime import timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.codes import Challenge
from identity.models import Base


class EmailChange(Challenge, Base):
    """A mail that went to the address a user wants, with a link and a code."""

    __tablename__ = "email_changes"
    lifetime = timedelta(hours=1)

    email: Mapped[str] = mapped_column(String(254))
    token_digest: Mapped[bytes]
