"""Issues the invoices of a completed order, once, in the transaction that handles its completion.

The money has changed hands by then: an invoice requests no payment, it documents one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.needs import Ahead
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import InvoiceIssued
from payment.invoices import billing, numbers, taxes
from payment.invoices.billing import BillingDetails
from payment.invoices.models import Document, Invoice, Kind
from payment.invoices.schemas import Content, Line, Party
from payment.orders.locks import ORDERS
from payment.orders.models import Order
from payment.settings import Settings

PDF_AFTER = timedelta(minutes=10)
"""A rush of sales is over before its PDFs are made. Who opens one earlier has it made then."""

PAID = "Paid in full. Nothing is due."
WITHHELD = "The fee was withheld from the proceeds of the sale. Nothing is due."
IN_THE_NAME_OF = "Issued by {issuer} in the name and on behalf of the seller."
PRIVATE = "The seller sells as a private person, not as a business: no VAT is charged or shown."


@dataclass(frozen=True)
class Draft:
    """An invoice before it has a number."""

    kind: Kind
    entity: str
    user_id: UUID
    tax_basis_points: int
    content: Content


def drafts(order: Order, settings: Settings) -> list[Draft]:
    """Drafts the invoices of a completed order. The platform's own comes first: its series is locked before others.

    For an animal of the platform there is one invoice to the buyer. For a user's animal there is one in the user's
    name, and one to the user for the fee, if there is a fee.
    """
    assert order.buyer_id is not None
    platform = _platform(settings)
    price, charge = order.charged
    animal = Line(description=order.title or "Animal", detail=f"Animal {order.livestock_id}", unit_price=price)
    if order.seller_id is None:
        sold = Content(seller=platform, issuer=platform, lines=[animal], notes=[PAID])
        return [Draft("purchase", settings.invoice_entity, order.buyer_id, settings.tax_basis_points, sold)]
    entity = numbers.seller_entity(order.seller_id)
    notes = [PAID, IN_THE_NAME_OF.format(issuer=platform.name), PRIVATE]
    resold = Content(seller=Party(name=f"Private seller {entity}"), issuer=platform, lines=[animal], notes=notes)
    purchase = Draft("purchase", entity, order.buyer_id, 0, resold)
    if not charge:
        return [purchase]
    fee = Line(description="Selling fee", detail=animal.description, unit_price=charge)
    charged = Content(seller=platform, issuer=platform, lines=[fee], notes=[WITHHELD])
    return [Draft("fee", settings.invoice_entity, order.seller_id, settings.tax_basis_points, charged), purchase]


def _platform(settings: Settings) -> Party:
    return Party(
        name=settings.legal_name,
        address=settings.legal_address.splitlines(),
        tax_id=settings.legal_tax_id,
        email=settings.legal_email,
    )


async def issue(db: UnitOfWork, order_id: UUID) -> None:
    """Issues an order's invoices if it is completed and known and has none yet. The order must be locked."""
    order = await db.get_one(Order, order_id)
    if order.state != "completed" or not order.known:
        return
    details = await RECIPIENTS.get(db, order_id)
    if details is not None:
        for draft in drafts(order, db.settings(Settings)):
            await _issue(db, order, draft, details.get(draft.user_id))


async def _recipients(db: UnitOfWork, order_ids: Collection[UUID]) -> dict[UUID, Mapping[UUID, BillingDetails | None]]:
    issued = set(await db.scalars(select(Invoice.order_id).where(among(Invoice.order_id, order_ids))))
    orders = [await db.get_one(Order, order_id) for order_id in order_ids if order_id not in issued]
    people = {user_id for order in orders for user_id in (order.buyer_id, order.seller_id) if user_id is not None}
    details = await billing.current(db, people) if people else {}
    return {order.id: details for order in orders}


RECIPIENTS = Ahead(_recipients, under=ORDERS)
"""The billing details of the buyer and the seller of each order that has no invoices yet."""


async def _issue(db: UnitOfWork, order: Order, draft: Draft, details: BillingDetails | None) -> None:
    now, id = clock.now(), new_id()
    total = sum(line.amount for line in draft.content.lines)
    tax = taxes.included(total, draft.tax_basis_points)
    invoice = Invoice(
        id=id,
        entity=draft.entity,
        year=now.year,
        sequence=await numbers.next_in(db, draft.entity, now.year),
        kind=draft.kind,
        order_id=order.id,
        user_id=draft.user_id,
        currency=order.currency,
        net=total - tax,
        tax=tax,
        total=total,
        tax_basis_points=draft.tax_basis_points,
        content=draft.content.model_dump(mode="json"),
        issued_at=now,
        recipient=billing.sealed(db, details, bound=f"invoice {id}"),
        document=Document(due_at=now + PDF_AFTER),
    )
    db.add(invoice)
    emit(
        db,
        InvoiceIssued(
            invoice_id=id,
            number=invoice.number,
            user_id=draft.user_id,
            order_id=order.id,
            total=invoice.money(total),
        ),
    )
