"""The table of requested changes of an address."""

from datetime import timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.codes.models import Challenge
from identity.models import Base


class EmailChange(Challenge, Base):
    """A mail with a link and a code, sent to the address that a user wants."""

    __tablename__ = "email_changes"
    lifetime = timedelta(hours=1)

    email: Mapped[str] = mapped_column(String(254))
    token_digest: Mapped[bytes]
