"""Sends a delivery: what is still to be told is read, rendered and handed to the sender, with no transaction open."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog
from sqlalchemy import select, update

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.due import NotYet
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.notification import DeliveryFailed
from notification.addresses import service as addresses
from notification.addresses.values import Address
from notification.deliveries.letters import letter
from notification.deliveries.models import Delivery, Enclosure
from notification.kinds.table import KINDS
from notification.notice_preferences import service as preferences
from notification.notice_preferences.modes import channel_of
from notification.notices.models import Notice
from notification.people import service as people
from notification.people.models import Person
from notification.senders.sending import AddressDead, TryLater
from notification.senders.service import senders

log = structlog.get_logger()


@dataclass(frozen=True)
class Message:
    """A delivery with what it tells, and to whom; `read` are all notices that were enclosed when it was read."""

    delivery: Delivery
    notices: Sequence[Notice]
    read: Sequence[UUID]
    person: Person


async def send(context: Context, delivery_id: UUID) -> None:
    """Sends a delivery, unless it is settled. Repeated, it is the same message to the provider. Raises NotYet."""
    message = await _read(context, delivery_id)
    if message is None:
        return None
    address = await addresses.opened(context.db, message.delivery.address_id)
    if not message.notices or address is None:
        return await _drop(context, delivery_id, "nothing_left" if address else "address_dead")
    try:
        await _hand_over(context, message, address)
    except AddressDead as error:
        log.warning("delivery.refused", delivery_id=delivery_id, channel=address.channel, reason=str(error))
        await _is_dead(context, address, str(error))
    except TryLater as error:
        await _postpone(context, delivery_id, error)
        raise NotYet(str(error)) from error
    else:
        await _settle(context, message)
        log.info("delivery.sent", delivery_id=delivery_id, channel=address.channel)


async def give_up(db: UnitOfWork, delivery_id: UUID) -> None:
    """Drops a delivery that could not be sent for too long."""
    delivery = await db.get_one(Delivery, delivery_id)
    drop(db, delivery, "gave_up")


def drop(db: UnitOfWork, delivery: Delivery, reason: str) -> None:
    """Settles a delivery that is not sent. Of one that should have been, others are told."""
    delivery.dropped_at, delivery.dropped_for, delivery.due_at = clock.now(), reason, None
    if reason != "nothing_left":
        emit(
            db,
            DeliveryFailed(delivery_id=delivery.id, user_id=delivery.user_id, channel=delivery.channel, reason=reason),
        )


async def _read(context: Context, delivery_id: UUID) -> Message | None:
    async with context.db.reader() as db:
        delivery = await db.get(Delivery, delivery_id)
        if delivery is None or delivery.is_settled:
            return None
        told = (
            select(Notice).join(Enclosure, Enclosure.notice_id == Notice.id).where(Enclosure.delivery_id == delivery_id)
        )
        found = list(await db.scalars(told.order_by(Notice.id)))
        person = await people.of(db, delivery.user_id)
        told_now = await _still_to_be_told(db, delivery, found)
        return Message(delivery, told_now, [each.id for each in found], person)


async def _still_to_be_told(db: UnitOfWork, delivery: Delivery, found: Sequence[Notice]) -> list[Notice]:
    """Leaves out what was read in the app meanwhile and kinds that were switched off, unless they are mandatory."""
    chosen = await preferences.of(db, delivery.user_id)
    channel = channel_of(delivery.channel)
    return [
        each
        for each in found
        if each.kind in KINDS
        and (KINDS[each.kind].mandatory or (each.read_at is None and chosen[each.kind][channel] != "off"))
    ]


async def _hand_over(context: Context, message: Message, address: Address) -> None:
    sender = senders(context).get(address.channel)
    if sender is None:
        raise NotYet(f"there is no sender of {address.channel}")
    rendered = letter(
        message.notices,
        message.person,
        urgent=message.delivery.urgent,
        created_at=message.delivery.created_at,
        public_url=context.config.public_url,
        data_key=context.db.data_key,
    )
    await sender.send(rendered, address, delivery_id=message.delivery.id)


async def _settle(context: Context, message: Message) -> None:
    """Notes that it was sent. What was enclosed meanwhile goes with a message of its own."""
    async with context.db.unit_of_work() as db:
        delivery = await db.get(Delivery, message.delivery.id, with_for_update=True)
        if delivery is None or delivery.is_settled:
            return
        delivery.sent_at = clock.now()
        late = select(Enclosure).where(Enclosure.delivery_id == delivery.id, Enclosure.notice_id.not_in(message.read))
        for enclosure in list(await db.scalars(late)):
            db.add(another := delivery.another(slot=str(enclosure.notice_id), at=clock.now()))
            await db.flush()
            enclosure.delivery_id = another.id


async def _drop(context: Context, delivery_id: UUID, reason: str) -> None:
    async with context.db.unit_of_work() as db:
        delivery = await db.get(Delivery, delivery_id, with_for_update=True)
        if delivery is not None and not delivery.is_settled:
            drop(db, delivery, reason)


async def _is_dead(context: Context, address: Address, reason: str) -> None:
    """Nothing is sent to the address any more; what waits for it is dropped."""
    async with context.db.unit_of_work() as db:
        await addresses.died(db, address.id, reason=reason)
        waiting = select(Delivery).where(
            Delivery.address_id == address.id, Delivery.sent_at.is_(None), Delivery.dropped_at.is_(None)
        )
        for delivery in await db.scalars(waiting.order_by(Delivery.id).with_for_update()):
            drop(db, delivery, "address_dead")


async def _postpone(context: Context, delivery_id: UUID, told: TryLater) -> None:
    """Waits as long as the provider says, if it says so."""
    if told.retry_after:
        async with context.db.unit_of_work() as db:
            waiting = update(Delivery).where(Delivery.id == delivery_id, Delivery.dropped_at.is_(None))
            await db.execute(waiting.values(due_at=clock.now() + told.retry_after))
