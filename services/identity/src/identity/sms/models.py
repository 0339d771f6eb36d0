"""The table of SMS."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base
from identity.outgoing.models import Outgoing


class Sms(Outgoing, Base):
    """An SMS to send, to a number in E.164."""

    __tablename__ = "sms"

    recipient: Mapped[str] = mapped_column(String(16))
