"""What an invoice says, to clients and to the typesetter."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from amigok_contracts import Money
from payment.invoices.billing import BillingDetails
from payment.invoices.models import Kind


class Party(BaseModel):
    """Who issues an invoice, or in whose name it is issued. Of a selling user there is only the code."""

    name: str
    address: list[str] = []
    tax_id: str | None = None
    email: str | None = None


class Line(BaseModel):
    """One item as it is kept: the price includes tax and is in minor units."""

    description: str
    detail: str = ""
    quantity: int = Field(1, ge=1)
    unit_price: int

    @property
    def amount(self) -> int:
        return self.quantity * self.unit_price


class Content(BaseModel):
    """What stands on an invoice beside its number, amounts and recipient, as it is kept with it."""

    seller: Party
    issuer: Party
    lines: list[Line]
    notes: list[str]


class Recipient(BaseModel):
    """To whom the invoice is made out: always by number, with what they had told of themselves by then."""

    customer_number: str
    details: BillingDetails | None


class Item(BaseModel):
    """One item; prices include tax."""

    description: str
    detail: str
    quantity: int
    unit_price: Money
    amount: Money


class InvoiceOut(BaseModel):
    """An invoice. `issuer` is the platform, also where it issues in a selling user's name."""

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


class InvoiceFilters(BaseModel):
    """Which invoices an administrator wants, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    year: Annotated[int | None, Field(ge=2000, le=9999)] = None
    entity: Annotated[str | None, Field(pattern="^[0-9A-Z]{2,13}$", description="Begin of the number")] = None
    user_id: UUID | None = None
    limit: int = Field(50, ge=1, le=100, description="Rows per page")
    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")


class LinkOut(BaseModel):
    """Where to get the PDF, below this origin and without signing in, until the link expires."""

    url: str
    expires_at: datetime
