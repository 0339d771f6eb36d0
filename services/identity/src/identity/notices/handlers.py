"""Mails what a user has to know at once."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import ExitNoticed
from identity.activity.service import note
from identity.mails import service as mails
from identity.notices import letters
from identity.users.models import User


@on(ExitNoticed)
async def exit_noticed(db: UnitOfWork, event: ExitNoticed) -> None:
    """Tells the user that money left their wallet in an unusual way, or was kept from leaving."""
    user = await db.get(User, event.user_id)
    if user is None or user.status == "deleted":
        return
    signs, outcome = " ".join(event.signs), event.reason or "let_go"
    note(db, user_id=user.id, action="unusual_exit", purpose=event.purpose, signs=signs, outcome=outcome)
    if await mails.may_receive(db, user.email):
        letter = letters.unusual_exit(str(event.amount), let_go=event.reason is None)
        mails.write(db, recipient=user.email, **letter)
