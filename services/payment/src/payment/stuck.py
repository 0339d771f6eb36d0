"""What should have ended by now, of all nouns: one gauge."""

from sqlalchemy.ext.asyncio import AsyncSession

from payment.payments import queries as payments
from payment.payouts import queries as payouts


async def count(db: AsyncSession) -> int:
    return await payments.stuck(db) + await payouts.stuck(db)
