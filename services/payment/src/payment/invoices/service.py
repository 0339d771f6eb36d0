"""Issues the invoices of a completed order, once, in the transaction that handles its completion.

The money has changed hands by then: an invoice requests no payment, it documents one.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import InvoiceIssued
from payment.invoices import billing, numbers, taxes
from payment.invoices.models import Document, Invoice, Kind
from payment.invoices.schemas import Content, Line, Party
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
    if await db.scalar(select(exists().where(Invoice.order_id == order.id))):
        return
    for draft in drafts(order, db.settings(Settings)):
        await _issue(db, order, draft)


async def _issue(db: UnitOfWork, order: Order, draft: Draft) -> None:
    now, id = clock.now(), new_id()
    total = sum(line.amount for line in draft.content.lines)
    tax = taxes.included(total, draft.tax_basis_points)
    details = await billing.current(db, user_id=draft.user_id)
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
    )
    db.add(invoice)
    await db.flush()
    db.add(Document(id=id, due_at=now + PDF_AFTER))
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
