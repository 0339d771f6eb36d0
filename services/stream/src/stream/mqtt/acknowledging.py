"""What devices say of their commands by MQTT: JSON, as by HTTP, and which command it is."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import ValidationError

from amigok_chassis.batches import Message
from amigok_chassis.context import Context
from amigok_chassis.errors import DomainError
from stream.commands import service
from stream.commands.schemas import CommandResultIn
from stream.mqtt.taking import keep_unreadable, sender_of

LARGEST = 8192
"""Bytes of a message."""


class Acknowledgement(CommandResultIn):
    """What became of a command."""

    command_id: UUID


async def take_acknowledgements(context: Context, messages: Sequence[Message]) -> None:
    """Notes what became of commands. What is no acknowledgement, or of no command that waits, is kept for a look."""
    refused: list[tuple[UUID, str]] = []
    for each in messages:
        device_id = sender_of(each.key)
        if device_id is not None and not await _noted(context, device_id, each.body):
            refused.append((device_id, each.body[:1000].decode(errors="replace")))
    await keep_unreadable(context, refused)


async def _noted(context: Context, device_id: UUID, body: bytes) -> bool:
    try:
        said = Acknowledgement.model_validate_json(body[: LARGEST + 1])
        async with context.db.unit_of_work() as db:
            await service.acknowledge(db, device_id, said.command_id, said)
    except (ValidationError, DomainError):
        return False
    return True
