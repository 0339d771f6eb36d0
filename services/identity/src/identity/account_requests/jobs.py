"""What time triggers."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete

from amigok_chassis.context import Context
from amigok_chassis.due import GiveUp, poller
from amigok_chassis.unit_of_work import UnitOfWork
from identity.account_requests import service
from identity.account_requests.models import AccountRequest

LEASE = timedelta(seconds=10)
"""An answer takes milliseconds; what a crash has left is answered soon."""


async def _forget(db: UnitOfWork, request_id: UUID) -> None:
    await db.execute(delete(AccountRequest).where(AccountRequest.id == request_id))


@poller(AccountRequest, at_once=1, lease=LEASE, give_up=GiveUp(_forget, age=timedelta(hours=24)))
async def answer_request(context: Context, request_id: UUID) -> None:
    """Answers somebody who registers or has forgotten the password."""
    await service.answer(context, request_id)
