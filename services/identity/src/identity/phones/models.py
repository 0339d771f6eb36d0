"""The table of codes that were sent by SMS."""

from datetime import timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.codes.models import Challenge
from identity.models import Base


class PhoneVerification(Challenge, Base):
    """A code that was sent to a number."""

    __tablename__ = "phone_verifications"
    lifetime = timedelta(minutes=10)

    phone: Mapped[str] = mapped_column(String(16))
