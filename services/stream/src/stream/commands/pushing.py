"""Commands for whoever sends them to devices over a connection of its own. Rows of `Command` are due until they end.

A poller's step asks `to_send`, sends, notes `sent`, and raises `NotYet`, so that it is sent again until the device
acknowledges. Without such a poller devices fetch their commands.
"""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.commands.models import Command
from stream.commands.schemas import CommandForDevice


async def to_send(db: UnitOfWork, command_id: UUID) -> tuple[UUID, CommandForDevice] | None:
    """The device of a command that waits, and what it gets. None: nobody waits for it any more."""
    command = await db.get(Command, command_id)
    if command is None or not command.is_open or command.expires_at <= clock.now():
        return None
    return command.device_id, CommandForDevice.model_validate(command)


async def sent(db: UnitOfWork, command_id: UUID) -> None:
    """Notes that a command was sent to its device, if it still waits."""
    command = await db.get(Command, command_id, with_for_update=True, populate_existing=True)
    if command is not None and command.is_open:
        command.deliver(clock.now())
