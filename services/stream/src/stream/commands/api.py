"""Commands over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from stream.commands import queries, service
from stream.commands.errors import CommandNotFound, CommandNotSupported, TooManyCommands
from stream.commands.schemas import CommandIn, CommandOut, CommandResultIn, CommandsOut, State
from stream.devices.errors import DeviceNotFound, DeviceRevoked
from stream.devices.login import OwnDevice

admin = APIRouter(prefix="/api/v1/admin/jetson/devices", dependencies=[Depends(requires("admin"))])
device = APIRouter(prefix="/api/v1/jetson/devices")


@admin.post(
    "/{device_id}/commands",
    status_code=201,
    responses=problems(DeviceNotFound, DeviceRevoked, CommandNotSupported, TooManyCommands),
)
async def give_command(device_id: UUID, body: CommandIn, me: CurrentUser, db: Session) -> CommandOut:
    """Has a device do something: `restart`, or what its capabilities name."""
    return CommandOut.model_validate(await service.give(db, device_id, body, by=me.id))


@admin.get("/{device_id}/commands", responses=problems(DeviceNotFound))
async def list_commands(
    device_id: UUID, db: Reader, page: PageRequest, state: Annotated[State | None, Query()] = None
) -> Page[CommandOut]:
    """Lists what a device was told, newest first."""
    return await queries.commands(db, page, device_id, state=state)


@admin.delete("/{device_id}/commands/{command_id}", status_code=204, responses=problems(CommandNotFound, WrongState))
async def cancel_command(device_id: UUID, command_id: UUID, db: Session) -> None:
    """Takes a command back. A device that has got it may have done it already."""
    await service.cancel(db, device_id, command_id)


@device.get("/{device_id}/commands", responses=problems(DeviceNotFound))
async def take_commands(device: OwnDevice, db: Statements) -> CommandsOut:
    """Returns what waits for the device, oldest first. It comes again until it is acknowledged."""
    return CommandsOut(items=list(await service.take(db, device.id)))


@device.post(
    "/{device_id}/commands/{command_id}/acknowledge",
    responses=problems(DeviceNotFound, CommandNotFound, WrongState),
)
async def acknowledge_command(command_id: UUID, body: CommandResultIn, device: OwnDevice, db: Session) -> CommandOut:
    """Says what became of a command. Repeating the same has no further effect."""
    return CommandOut.model_validate(await service.acknowledge(db, device.id, command_id, body))
