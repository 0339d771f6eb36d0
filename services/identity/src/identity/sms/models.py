"""The SMS to send."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base
from identity.outgoing.models import Outgoing


class Sms(Outgoing, Base):
    """A text for a number (E.164)."""

    __tablename__ = "sms"

    recipient: Mapped[str] = mapped_column(String(16))
