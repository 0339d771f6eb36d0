"""Commands: given by administrators, taken by devices at least once, acknowledged or expired."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select, text

from amigok_chassis import audit, clock
from amigok_chassis.db import Database
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_devices import CommandEnded
from stream.commands.errors import CommandNotFound, CommandNotSupported, TooManyCommands
from stream.commands.models import OPEN, Command
from stream.commands.schemas import CommandForDevice, CommandIn, CommandResultIn
from stream.devices.locks import locked_good
from stream.devices.models import Device
from stream.settings import Settings

ALWAYS = frozenset({"restart"})
"""What every device understands, whatever its capabilities."""

MOST = 100
"""So many commands wait for a device at most."""

AT_ONCE = 50
"""So many commands a device gets in one answer."""

_RESULTS = {"done": "succeed", "failed": "fail"}

_TAKE = f"""
UPDATE device_commands AS taken SET state = 'delivered', deliveries = deliveries + 1,
    delivered_at = coalesce(delivered_at, $2)
FROM (
    SELECT id FROM device_commands WHERE device_id = $1 AND {OPEN} AND expires_at > $2
    ORDER BY id LIMIT {AT_ONCE} FOR NO KEY UPDATE
) AS waiting
WHERE taken.id = waiting.id RETURNING taken.id, kind, payload, created_at, expires_at
"""


async def give(db: UnitOfWork, device_id: UUID, wanted: CommandIn, *, by: UUID) -> Command:
    """Has a device do something. Raises DeviceNotFound, DeviceRevoked, CommandNotSupported, TooManyCommands."""
    device = await locked_good(db, device_id)
    if wanted.kind not in ALWAYS | set(device.capabilities):
        raise CommandNotSupported
    await _refuse_many(db, device_id)
    now, usual = clock.now(), db.settings(Settings).command_lifetime
    command = Command(
        device_id=device_id,
        kind=wanted.kind,
        payload=wanted.payload,
        state="pending",
        created_at=now,
        created_by=by,
        expires_at=now + (wanted.lifetime or usual),
        deliveries=0,
    )
    command.make_due(now)
    db.add(command)
    await db.flush()
    audit.record(db, "device.commanded", subject_id=device_id, after={"command_id": command.id, "kind": command.kind})
    return command


async def cancel(db: UnitOfWork, device_id: UUID, command_id: UUID) -> None:
    """Takes a command back; its device may have done it already. Raises CommandNotFound, WrongState."""
    command = await locked(db, device_id, command_id)
    await end(db, command, "cancel")
    audit.record(db, "device.command_cancelled", subject_id=device_id, after={"command_id": command_id})


async def cancel_all(db: UnitOfWork, device_id: UUID) -> None:
    """Takes back all that a device has not acknowledged."""
    waiting = select(Command).where(Command.device_id == device_id, text(OPEN)).order_by(Command.id)
    for command in await db.scalars(waiting.with_for_update()):
        await end(db, command, "cancel")


async def take(db: Database, device_id: UUID) -> Sequence[CommandForDevice]:
    """What waits for a device, oldest first. It comes again until it is acknowledged. One statement."""
    rows = await db.fetch(_TAKE, device_id, clock.now())
    taken = [CommandForDevice(**row) for row in rows]
    return sorted(taken, key=lambda command: command.id)


async def acknowledge(db: UnitOfWork, device_id: UUID, command_id: UUID, said: CommandResultIn) -> Command:
    """Notes what became of a command. Repeating the same has no further effect. Raises CommandNotFound, WrongState."""
    command = await locked(db, device_id, command_id)
    if command.state != said.result:
        await end(db, command, _RESULTS[said.result], said.note)
    return command


async def end(db: UnitOfWork, command: Command, action: str, note: str | None = None) -> None:
    """Takes the step that ends a locked command, and tells it. Raises WrongState."""
    command.end(action, clock.now(), note)
    farm_id = await db.scalar(select(Device.farm_id).where(Device.id == command.device_id))
    emit(
        db,
        CommandEnded(
            command_id=command.id,
            device_id=command.device_id,
            farm_id=farm_id,
            command_kind=command.kind,
            outcome=command.state,
            ended_at=command.ended_at,
        ),
    )


async def locked(db: UnitOfWork, device_id: UUID, command_id: UUID) -> Command:
    """Returns a command of a device, locked. Raises CommandNotFound."""
    command = await db.get(Command, command_id, with_for_update=True, populate_existing=True)
    if command is None or command.device_id != device_id:
        raise CommandNotFound
    return command


async def _refuse_many(db: UnitOfWork, device_id: UUID) -> None:
    waiting = select(func.count()).select_from(Command).where(Command.device_id == device_id, text(OPEN))
    if (await db.scalar(waiting) or 0) >= MOST:
        raise TooManyCommands
