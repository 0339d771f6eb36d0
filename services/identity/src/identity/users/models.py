"""The table of users."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, func, literal_column
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from identity.models import Base

ROLES = ("investor", "gamer", "admin", "farm_staff", "veterinarian")
KYC_STATUSES = ("not_submitted", "pending", "approved", "rejected")
STATUSES = ("active", "deactivated", "deleted")

SEARCHED = "(((email || ' ') || username) || ' ') || coalesce(full_name, '')"
"""What administrators search in, indexed by its trigrams; written as PostgreSQL prints it, so that both compare."""


class User(Base):
    """Somebody with an account. Until the address is verified it is a claim, and the username is not theirs yet."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    username: Mapped[str] = mapped_column(String(30))
    full_name: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(Text)
    email_verified_at: Mapped[datetime | None]
    phone: Mapped[str | None] = mapped_column(String(16))
    """E.164. Only a verified number is kept here."""
    phone_verified_at: Mapped[datetime | None]
    credentials_changed_at: Mapped[datetime | None]
    """When the password, the address, the number or a factor was last replaced."""
    created_at: Mapped[datetime]
    kyc_status: Mapped[str] = mapped_column(String(20), default="not_submitted", server_default="not_submitted")
    status: Mapped[str] = mapped_column(String(20), default="active", server_default="active")
    status_reason: Mapped[str | None] = mapped_column(String(500))
    notes: Mapped[str | None] = mapped_column(String(2000))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    """The administrator who made the account; null for a user who registered."""
    last_login_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    handles_version: Mapped[int] = mapped_column(default=0, server_default="0")
    """The version of the last `handles_changed` event."""
    standing_version: Mapped[int] = mapped_column(default=0, server_default="0")
    """The version of the last `standing_changed` event."""
    decides_from: Mapped[datetime | None]
    """From when their decisions count, where an administrator gave them their role."""

    __table_args__ = (
        CheckConstraint(f"kyc_status IN {KYC_STATUSES}", name="kyc_status"),
        CheckConstraint(f"role IN {ROLES}", name="role"),
        CheckConstraint("(phone IS NULL) = (phone_verified_at IS NULL)", name="phone"),
        Index("users_phone_key", phone, unique=True),
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("(status = 'deactivated') = (status_reason IS NOT NULL)", name="status_reason"),
        CheckConstraint(
            "status <> 'deleted' OR (email = CAST(id AS text) || '@deleted.invalid' AND num_nonnulls(full_name, notes, "
            "email_verified_at, last_login_at, phone) = 0)",
            name="anonymised",
        ),
        CheckConstraint("username ~ '^[A-Za-z][A-Za-z0-9_.-]{2,29}$'", name="username"),
        Index("users_created_at_idx", "created_at", "id"),
        Index("users_role_idx", "role", "created_at", "id"),
        Index("users_role_status_idx", "role", "status"),
        Index("users_inactive_idx", "status", "created_at", "id", postgresql_where=sql("status <> 'active'")),
        Index(
            "users_unverified_idx",
            "created_at",
            "id",
            postgresql_where=sql("email_verified_at IS NULL AND status <> 'deleted'"),
        ),
        Index(
            "users_unannounced_idx",
            "id",
            postgresql_where=sql("handles_version = 0 AND email_verified_at IS NOT NULL"),
        ),
        Index("users_created_by_idx", "created_by", postgresql_where=sql("created_by IS NOT NULL")),
        Index(
            "users_search_idx",
            literal_column(f"({SEARCHED})").label("searched"),
            postgresql_using="gin",
            postgresql_ops={"searched": "gin_trgm_ops"},
        ),
        Index("users_email_key", func.lower(email), unique=True),
        Index(
            "users_username_key",
            func.lower(username),
            unique=True,
            postgresql_where=sql("email_verified_at IS NOT NULL"),
        ),
    )

    @property
    def email_verified(self) -> bool:
        return self.email_verified_at is not None

    @property
    def is_active(self) -> bool:
        return self.status == "active"

    @property
    def is_claim(self) -> bool:
        """Whether somebody registered with the address and nobody has verified it. The first to do so gets it."""
        return self.is_active and not self.email_verified and self.created_by is None

    @property
    def administers(self) -> bool:
        return self.role == "admin" and self.is_active and self.email_verified

    def choose(self, *, username: str, full_name: str | None, role: str, password_hash: str) -> None:
        """Sets what a registration chose."""
        self.username, self.full_name, self.role = username, full_name, role
        self.password_hash = password_hash

    def change_password(self, password_hash: str, now: datetime) -> None:
        self.password_hash, self.credentials_changed_at = password_hash, now

    def change_email(self, email: str, now: datetime) -> None:
        """Takes another address, which was verified just now."""
        self.email, self.email_verified_at, self.credentials_changed_at = email, now, now

    def prove_phone(self, phone: str, now: datetime) -> None:
        """Takes a number that was verified just now. The first one replaces no credential."""
        if self.phone not in (None, phone):
            self.credentials_changed_at = now
        self.phone, self.phone_verified_at = phone, now

    def become(self, status: str, reason: str | None = None) -> None:
        """Changes the status; a deactivation has a reason."""
        self.status, self.status_reason = status, reason
        self.version += 1

    def anonymise(self, password_hash: str) -> None:
        """Forgets the person. The id stays, because other rows refer to it."""
        self.become("deleted")
        self.choose(
            username=f"deleted_{self.id.hex[-12:]}", full_name=None, role=self.role, password_hash=password_hash
        )
        self.email, self.notes = f"{self.id}@deleted.invalid", None
        self.email_verified_at = self.last_login_at = self.credentials_changed_at = None
        self.phone = self.phone_verified_at = None
