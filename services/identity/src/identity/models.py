"""Identity's tables. Of tokens only digests are kept, of signing keys only what the secret key opens."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    func,
    literal_column,
)
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis.tables import CONVENTION

ROLES = ("investor", "gamer", "admin", "farm_staff", "veterinarian")
KYC_STATUSES = ("not_submitted", "pending", "approved", "rejected")
STATUSES = ("active", "deactivated", "deleted")

CODE_TRIES = 5
VERIFICATION_LIFETIME = timedelta(hours=24)
SESSION_LIFETIME = timedelta(days=30)
SESSION_IDLE = timedelta(days=7)

SEARCHED = "(((email || ' ') || username) || ' ') || coalesce(full_name, '')"
"""What administrators search in, indexed by its trigrams; written as the database does, so that both compare."""


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {datetime: DateTime(timezone=True)}


class User(Base):
    """Somebody with an account. Until the address is verified it is a claim: the username is not theirs yet."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    username: Mapped[str] = mapped_column(String(30))
    full_name: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(Text)
    email_verified_at: Mapped[datetime | None]
    phone: Mapped[str | None] = mapped_column(String(16))
    """E.164; only a number that was proved stands here."""
    phone_verified_at: Mapped[datetime | None]
    credentials_changed_at: Mapped[datetime | None]
    """When the password, the address, a number or a factor last gave way to another one."""
    created_at: Mapped[datetime]
    kyc_status: Mapped[str] = mapped_column(String(20), default="not_submitted", server_default="not_submitted")
    kyc_version: Mapped[int] = mapped_column(default=0, server_default="0")
    status: Mapped[str] = mapped_column(String(20), default="active")
    status_reason: Mapped[str | None] = mapped_column(String(500))
    notes: Mapped[str | None] = mapped_column(String(2000))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    """The administrator who made the account; null for whoever registered."""
    last_login_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    handles_version: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often the fleet was told by what the user is found."""
    standing_version: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often it was told what decides what the user may do."""
    decides_from: Mapped[datetime | None]
    """Since when what they decide by their role counts, where it was given to them."""

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
        """Whether somebody registered with the address and nobody has proved it: who does so first has it."""
        return self.is_active and not self.email_verified and self.created_by is None

    @property
    def administers(self) -> bool:
        return self.role == "admin" and self.is_active and self.email_verified

    def choose(self, *, username: str, full_name: str | None, role: str, password_hash: str) -> None:
        """Takes over what a registration chose."""
        self.username, self.full_name, self.role = username, full_name, role
        self.password_hash = password_hash

    def change_password(self, password_hash: str, now: datetime) -> None:
        self.password_hash, self.credentials_changed_at = password_hash, now

    def change_email(self, email: str, now: datetime) -> None:
        """Takes another address, which was proved just now."""
        self.email, self.email_verified_at, self.credentials_changed_at = email, now, now

    def prove_phone(self, phone: str, now: datetime) -> None:
        """Takes a number that was proved just now; the first one replaces no credential."""
        if self.phone not in (None, phone):
            self.credentials_changed_at = now
        self.phone, self.phone_verified_at = phone, now

    def become(self, status: str, reason: str | None = None) -> None:
        """Is active again, or deactivated for a reason."""
        self.status, self.status_reason = status, reason
        self.version += 1

    def anonymise(self, password_hash: str) -> None:
        """Forgets the person; the id stays, for what refers to it."""
        self.become("deleted")
        self.choose(
            username=f"deleted_{self.id.hex[-12:]}", full_name=None, role=self.role, password_hash=password_hash
        )
        self.email, self.notes = f"{self.id}@deleted.invalid", None
        self.email_verified_at = self.last_login_at = self.credentials_changed_at = None
        self.phone = self.phone_verified_at = None


class Verification(Base):
    """A mail that was sent to prove an address, with what its registration chose.

    Redeeming it makes that choice the account's: whoever claimed the address earlier, with a password of their own,
    gains nothing by the owner's click.
    """

    __tablename__ = "verifications"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    code_digest: Mapped[bytes]
    username: Mapped[str] = mapped_column(String(30))
    full_name: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)

    def redeem(self, user: User, now: datetime) -> None:
        """Makes the address and the choices of this registration the account's."""
        user.choose(username=self.username, full_name=self.full_name, role=self.role, password_hash=self.password_hash)
        user.email_verified_at = now


class Session(Base):
    """One signing in, and all refresh tokens that descend from it."""

    __tablename__ = "sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    device_id: Mapped[UUID | None] = mapped_column(ForeignKey("known_devices.id", ondelete="SET NULL"), index=True)
    """On which it was opened; null once that was forgotten."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    """A week after its last use, thirty days after its beginning at the latest."""
    revoked_at: Mapped[datetime | None]
    announced_at: Mapped[datetime | None]
    """When the other services were told that it is revoked."""
    last_used_at: Mapped[datetime | None]
    address: Mapped[str | None] = mapped_column(String(45))
    user_agent: Mapped[str | None] = mapped_column(String(300))
    authenticated_at: Mapped[datetime]
    """When the user last proved who they are (`auth_time` of its tokens); `amr` says by which methods (RFC 8176)."""
    amr: Mapped[list[str]] = mapped_column(ARRAY(String(10)))

    __table_args__ = (
        CheckConstraint("announced_at IS NULL OR revoked_at IS NOT NULL", name="announced"),
        CheckConstraint("cardinality(amr) > 0", name="amr"),
        Index(
            "sessions_unannounced",
            "revoked_at",
            postgresql_where=sql("revoked_at IS NOT NULL AND announced_at IS NULL"),
        ),
    )

    def is_live(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at

    def use(self, now: datetime, *, address: str, user_agent: str | None) -> None:
        """Remembers when and from where it was last used, which puts its end off."""
        self.last_used_at, self.address, self.user_agent = now, address, user_agent
        self.expires_at = min(now + SESSION_IDLE, self.created_at + SESSION_LIFETIME)

    def prove(self, methods: Iterable[str], now: datetime) -> None:
        """Takes note that the user has just proved who they are, by methods beside those of before.

        The password alone renews no second factor that was proved before.
        """
        used = {*methods}
        if used != {"pwd"}:
            used |= {*(self.amr or ())}
        self.amr = sorted(used | ({"mfa"} if len(used) > 1 else set()))
        self.authenticated_at = now

    def revoke(self, now: datetime) -> None:
        self.revoked_at = self.revoked_at or now


class SigningKey(Base):
    """A key pair that signs access tokens; the private half is sealed with the secret key of the settings."""

    __tablename__ = "signing_keys"

    kid: Mapped[str] = mapped_column(String(43), primary_key=True)
    algorithm: Mapped[str] = mapped_column(String(10))
    public_jwk: Mapped[str] = mapped_column(Text)
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    signs_from: Mapped[datetime]
    """It is published earlier, so that all who verify know it by then."""
    retired_at: Mapped[datetime | None]
    """When its successor signs, often still to come; it stays published until its last token has expired."""

    __table_args__ = (
        CheckConstraint("retired_at > signs_from", name="retired"),
        Index(
            "signing_keys_current_key",
            algorithm,
            unique=True,
            postgresql_where=sql("retired_at IS NULL"),
        ),
    )
