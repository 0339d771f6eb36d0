"""What others state of their books."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import on
from amigok_contracts import marketplace, payment
from wallet.books import service


@on(marketplace.BooksStated)
async def marketplace_books_stated(event: marketplace.BooksStated, db: AsyncSession) -> None:
    await service.compare(db, "marketplace", event)


@on(payment.BooksStated)
async def payment_books_stated(event: payment.BooksStated, db: AsyncSession) -> None:
    await service.compare(db, "payment", event)
