"""What others state of their books."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import marketplace, payment
from wallet.books import service


@on(marketplace.MarketplaceBooksStated)
async def marketplace_books_stated(db: UnitOfWork, event: marketplace.MarketplaceBooksStated) -> None:
    await service.compare(db, "marketplace", event)


@on(payment.PaymentBooksStated)
async def payment_books_stated(db: UnitOfWork, event: payment.PaymentBooksStated) -> None:
    await service.compare(db, "payment", event)
