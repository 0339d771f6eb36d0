"""One row for each code that was sent."""

from datetime import timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from identity.codes import Challenge
from identity.models import Base


class PhoneVerification(Challenge, Base):
    """A code that went to a number."""

    __tablename__ = "phone_verifications"
    lifetime = timedelta(minutes=10)

    phone: Mapped[str] = mapped_column(String(16))
