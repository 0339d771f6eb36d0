"""Commands that are old."""

from datetime import timedelta

from sqlalchemy import delete, select, text

from amigok_chassis import clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.commands.models import OPEN, Command
from stream.commands.service import end

KEPT = timedelta(days=90)
"""How long a command stays on record when it has ended."""

AT_ONCE = 500


@every(15)
async def expire_commands(db: UnitOfWork) -> int:
    """Ends the commands that nobody has acknowledged in time. Returns how many."""
    old = select(Command).where(text(OPEN), Command.expires_at <= clock.now()).order_by(Command.id).limit(AT_ONCE)
    commands = (await db.scalars(old.with_for_update(skip_locked=True))).all()
    for command in commands:
        await end(db, command, "expire")
    return len(commands)


@every(3600)
async def forget_commands(db: UnitOfWork) -> None:
    """Removes commands that ended long ago."""
    old = select(Command.id).where(Command.ended_at < clock.now() - KEPT).limit(10_000)
    await db.execute(delete(Command).where(Command.id.in_(old)))
