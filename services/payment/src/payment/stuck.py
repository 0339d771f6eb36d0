"""What operators are told when it stays: providers that do not tell how something is."""

from sqlalchemy.ext.asyncio import AsyncSession

from payment.payments import queries as payments
from payment.refunds import queries as refunds


async def stuck(db: AsyncSession) -> int:
    """How many payments and refunds are unknown, though their providers were asked again and again."""
    return await payments.stuck(db) + await refunds.stuck(db)
