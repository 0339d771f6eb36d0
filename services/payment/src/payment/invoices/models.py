"""The tables of invoices, their number series, their PDFs and billing details."""

from datetime import datetime
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.due import Due
from amigok_contracts import Money
from payment.models import Base

Kind = Literal["purchase", "fee"]
"""`purchase`: to a buyer for an animal; `fee`: to a selling user for the platform's fee."""


class Series(Base):
    """The last number in the series of a seller entity and year. The row is locked while the next number is taken."""

    __tablename__ = "invoice_series"
    __table_args__ = (CheckConstraint("last >= 1", name="last"),)

    entity: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class Invoice(Base):
    """One invoice as it was issued. A trigger refuses every change; a correction would be a separate credit note.

    `content` has the text besides numbers and amounts (`schemas.Content`). `recipient` has the billing details that it
    was issued with (`billing.BillingDetails`), sealed for this invoice. Amounts are minor units.
    """

    __tablename__ = "invoices"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    entity: Mapped[str]
    year: Mapped[int]
    sequence: Mapped[int]
    kind: Mapped[str]
    order_id: Mapped[UUID]
    user_id: Mapped[UUID]
    currency: Mapped[str]
    net: Mapped[int] = mapped_column(BigInteger)
    tax: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int] = mapped_column(BigInteger)
    tax_basis_points: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    recipient: Mapped[bytes | None]
    issued_at: Mapped[datetime]
    document: Mapped["Document"] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint("net >= 0 AND tax >= 0 AND total > 0 AND net + tax = total", name="amounts"),
        CheckConstraint("sequence >= 1", name="sequence"),
        UniqueConstraint("entity", "year", "sequence"),
        UniqueConstraint("order_id", "kind"),
        Index(None, "user_id", "id"),
        Index(None, "year", "id"),
        Index(None, "entity", "id"),
    )

    @property
    def number(self) -> str:
        return f"{self.entity}-{self.year}-{self.sequence:06}"

    def money(self, minor: int) -> Money:
        return Money.of_minor(minor, self.currency)


class Document(Due, Base):
    """The PDF of the invoice with the same id: in the object storage since `stored_at`, or to be made at `due_at`."""

    __tablename__ = "invoice_documents"

    id: Mapped[UUID] = mapped_column(ForeignKey("invoices.id"), primary_key=True)
    stored_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("(due_at IS NULL) = (stored_at IS NOT NULL)", name="due"),)

    @property
    def key(self) -> str:
        """Its name in the object storage."""
        return f"invoices/{self.id}.pdf"


class Billing(Base):
    """A user's billing details, sealed for the user. At `erased_at` the account was deleted and the details erased."""

    __tablename__ = "billing_details"
    __table_args__ = (CheckConstraint("(sealed IS NULL) = (erased_at IS NOT NULL)", name="erased"),)

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    sealed: Mapped[bytes | None]
    changed_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
