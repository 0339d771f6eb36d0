"""Invoices as clients and the typesetter see them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.pagination import Paged
from amigok_contracts import Money
from payment.invoices.billing import BillingDetails
from payment.invoices.models import Kind


class Party(BaseModel):
    """The issuer of an invoice, or the seller in whose name it is issued. A selling user appears by their code only."""

    name: str
    address: list[str] = []
    tax_id: str | None = None
    email: str | None = None


class Line(BaseModel):
    """One item as it is stored. The price includes tax and is in minor units."""

    description: str
    detail: str = ""
    quantity: int = Field(1, ge=1)
    unit_price: int

    @property
    def amount(self) -> int:
        return self.quantity * self.unit_price


class Content(BaseModel):
    """The content of an invoice besides its number, amounts and recipient, as it is stored."""

    seller: Party
    issuer: Party
    lines: list[Line]
    notes: list[str]


class Recipient(BaseModel):
    """The recipient: always the customer number, and the billing details at the time of issue, if any."""

    customer_number: str
    details: BillingDetails | None


class Item(BaseModel):
    """One item. Prices include tax."""

    description: str
    detail: str
    quantity: int
    unit_price: Money
    amount: Money


class InvoiceOut(BaseModel):
    """An invoice. `issuer` is the platform, even if it issues in a selling user's name."""

    id: UUID
    number: str
    kind: Kind
    order_id: UUID
    issued_at: datetime
    seller: Party
    issuer: Party
    recipient: Recipient
    items: list[Item]
    net: Money
    tax: Money
    tax_percent: str
    total: Money
    notes: list[str]


class InvoiceLine(BaseModel):
    """An invoice in a list."""

    id: UUID
    number: str
    kind: Kind
    order_id: UUID
    user_id: UUID
    issued_at: datetime
    total: Money


class InvoiceFilters(Paged):
    """Filters and the page for the list of all invoices."""

    year: Annotated[int | None, Field(ge=2000, le=9999)] = None
    entity: Annotated[str | None, Field(pattern="^[0-9A-Z]{2,13}$", description="Begin of the number")] = None
    user_id: UUID | None = None


class LinkOut(BaseModel):
    """A link to the PDF below this origin. It works without signing in until it expires."""

    url: str
    expires_at: datetime
