"""The table of signing keys."""

from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

TOKEN_LIFETIME = timedelta(minutes=10)
"""How long an access token that a key has signed is valid."""


class SigningKey(Base):
    """A key pair that signs access tokens. The private half is sealed with the data key."""

    __tablename__ = "signing_keys"

    kid: Mapped[str] = mapped_column(String(43), primary_key=True)
    algorithm: Mapped[str] = mapped_column(String(10))
    public_jwk: Mapped[str] = mapped_column(Text)
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    signs_from: Mapped[datetime]
    """It is published earlier, so that everybody who verifies tokens knows it by then."""
    retired_at: Mapped[datetime | None]
    """When its successor takes over, perhaps in the future. It stays published until its last token has expired."""

    __table_args__ = (
        CheckConstraint("retired_at > signs_from", name="retired"),
        Index(
            "signing_keys_current_key",
            algorithm,
            unique=True,
            postgresql_where=sql("retired_at IS NULL"),
        ),
    )
