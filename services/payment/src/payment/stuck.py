"""What operators are told when it stays: providers that do not tell how something is."""

from amigok_chassis.unit_of_work import UnitOfWork
from payment.payments import queries as payments
from payment.payouts import queries as payouts
from payment.refunds import queries as refunds


async def stuck(db: UnitOfWork) -> int:
    """How many payments, refunds and payouts should have gone on by now, though their providers were asked."""
    return await payments.stuck(db) + await refunds.stuck(db) + await payouts.stuck(db)
