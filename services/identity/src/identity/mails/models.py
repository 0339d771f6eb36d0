"""The table of mails."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base
from identity.outgoing.models import Outgoing


class Mail(Outgoing, Base):
    """A mail to send."""

    __tablename__ = "mails"

    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
