"""What others state of their books."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import marketplace, payment
from wallet.books import service


@on(marketplace.BooksStated)
async def marketplace_books_stated(db: UnitOfWork, event: marketplace.BooksStated) -> None:
    await service.compare(db, "marketplace", event)


@on(payment.BooksStated)
async def payment_books_stated(db: UnitOfWork, event: payment.BooksStated) -> None:
    await service.compare(db, "payment", event)
