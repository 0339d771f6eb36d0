"""Mails what a user has to know at once."""

from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import ExitNoticed
from identity.activity.models import Activity
from identity.activity.service import note
from identity.mails import service as mails
from identity.notices import letters
from identity.users.models import User

ACTION = "unusual_exit"


@on(ExitNoticed)
async def exit_noticed(db: UnitOfWork, event: ExitNoticed) -> None:
    """Tells the user once that money left their wallet in an unusual way, or was kept from leaving."""
    user = await db.get(User, event.user_id, with_for_update=True)
    about = {"reference_id": str(event.reference_id), "outcome": event.reason or "let_go"}
    if user is None or user.status == "deleted" or await _was_told(db, user.id, about):
        return
    signs = " ".join(event.signs)
    note(db, user_id=user.id, action=ACTION, client=None, purpose=event.purpose, signs=signs, **about)
    if await mails.may_receive(db, user.email):
        letter = letters.unusual_exit(str(event.amount), let_go=event.reason is None)
        mails.write(db, recipient=user.email, **letter)


async def _was_told(db: UnitOfWork, user_id: UUID, about: dict[str, str]) -> bool:
    told = exists().where(Activity.user_id == user_id, Activity.action == ACTION, Activity.details.contains(about))
    return bool(await db.scalar(select(told)))
