"""Reads of commands."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.commands.models import Command
from stream.commands.schemas import CommandOut, State
from stream.devices.errors import DeviceNotFound
from stream.devices.models import Device


async def commands(db: UnitOfWork, paging: Paging, device_id: UUID, *, state: State | None) -> Page[CommandOut]:
    """Returns what a device was told, newest first. Raises DeviceNotFound."""
    if await db.get(Device, device_id) is None:
        raise DeviceNotFound
    query = select(Command).where(Command.device_id == device_id)
    if state is not None:
        query = query.where(Command.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Command.id])
    return Page(items=[CommandOut.model_validate(row) for row in rows], next_cursor=cursor)
