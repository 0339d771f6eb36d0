"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from identity.account_requests import service
from identity.account_requests.models import AccountRequest

BATCH = 100


@task(0.5)
async def answer_requests(context: Context) -> None:
    """Answers the oldest requests."""
    for _ in range(BATCH):
        async with context.db.unit_of_work() as db:
            answered = await service.answer_oldest(db, public_url=context.config.public_url)
        if not answered:
            return


@every(300)
async def forget_account_requests(db: UnitOfWork) -> None:
    """Deletes requests that nobody answered for a day, in bounded batches."""
    await housekeeping.forget(db, AccountRequest.created_at, older_than=timedelta(hours=24))
