"""Tells people things: a notice in the inbox, and a delivery for each address by which they want to know."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, due
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from notification.addresses import service as addresses
from notification.addresses.models import StoredAddress
from notification.deliveries.models import Delivery, Enclosure
from notification.deliveries.planning import HOUR, Slot, slot
from notification.kinds.kind import Kind
from notification.kinds.table import KINDS
from notification.notice_preferences import service as preferences
from notification.notice_preferences.modes import channel_of
from notification.notices import service as notices
from notification.notices.telling import Telling
from notification.people import service as people
from notification.senders.service import channels
from notification.settings import Settings

AT_ONCE = 2_000
"""So many users are told by one statement."""

Modes = Mapping[UUID, Mapping[str, str]]


async def tell(db: UnitOfWork, telling: Telling) -> int:
    """Tells each of the users a fact once, as they want to be told its kind. Returns how many new notices there are."""
    present = await people.present(db, telling.user_ids)
    return sum([await _tell(db, telling, present[at : at + AT_ONCE]) for at in range(0, len(present), AT_ONCE)])


async def _tell(db: UnitOfWork, telling: Telling, present: Sequence[UUID]) -> int:
    kind = KINDS[telling.kind]
    modes = await preferences.modes(db, present, kind)
    hidden = {user_id for user_id in present if modes[user_id]["in_app"] == "off"}
    heads = await notices.tell(db, telling, present=present, hidden=hidden)
    await _arrange(db, kind, heads, modes)
    return len(heads)


async def _arrange(db: UnitOfWork, kind: Kind, heads: Mapping[UUID, UUID], modes: Modes) -> None:
    """Makes the deliveries of new notices, by user."""
    usable = await addresses.alive(db, heads, channels=channels(db.settings(Settings)))
    wanted = [each for each in usable if modes[each.user_id][channel_of(each.channel)] != "off"]
    if not wanted:
        return
    slots = await _slots(db, kind, heads, modes, wanted)
    made = await _deliver(db, kind, slots, wanted)
    late = [each for each in wanted if each.id not in made]  # a digest was sent just now
    made |= await _deliver(db, kind, {each.id: Slot(str(heads[each.user_id]), clock.now()) for each in late}, late)
    await _enclose(db, heads, made, wanted)
    due.announce(db, Delivery)


async def _slots(
    db: UnitOfWork, kind: Kind, heads: Mapping[UUID, UUID], modes: Modes, wanted: list[StoredAddress]
) -> dict[UUID, Slot]:
    """The slot of each address, by its id."""
    known = await people.of_many(db, {each.user_id for each in wanted})
    recent = await _recent(db, wanted)
    most, now = db.settings(Settings).hourly, clock.now()
    return {
        each.id: slot(
            kind,
            modes[each.user_id][channel_of(each.channel)],
            known[each.user_id],
            notice_id=heads[each.user_id],
            recent=recent.get(each.id, 0),
            most=most,
            now=now,
        )
        for each in wanted
    }


async def _recent(db: UnitOfWork, wanted: list[StoredAddress]) -> dict[UUID, int]:
    """How many messages were made for each address within the last hour."""
    ids = [each.id for each in wanted]
    made = select(Delivery.address_id, func.count().label("made")).where(Delivery.address_id.in_(ids))
    rows = await db.execute(made.where(Delivery.created_at > clock.now() - HOUR).group_by(Delivery.address_id))
    return {row.address_id: row.made for row in rows}


async def _deliver(
    db: UnitOfWork, kind: Kind, slots: Mapping[UUID, Slot], wanted: Sequence[StoredAddress]
) -> dict[UUID, UUID]:
    """Makes deliveries, or finds those that wait and locks them. Returns their ids by address."""
    if not wanted:
        return {}
    now, urgent = clock.now(), kind.urgent or kind.mandatory
    rows = [
        {
            "id": new_id(),
            "user_id": each.user_id,
            "address_id": each.id,
            "channel": each.channel,
            "slot": slots[each.id].name,
            "urgent": urgent,
            "created_at": now,
            "planned_at": slots[each.id].at,
            "due_at": slots[each.id].at,
            "attempts": 0,
        }
        for each in wanted
    ]
    row = insert(Delivery)
    waits = Delivery.sent_at.is_(None) & Delivery.dropped_at.is_(None)
    kept = row.on_conflict_do_update(
        index_elements=["address_id", "slot"], set_={"slot": row.excluded.slot}, where=waits
    )
    found = await db.execute(kept.returning(Delivery.address_id, Delivery.id), rows)
    return {each.address_id: each.id for each in found}


async def _enclose(
    db: UnitOfWork, heads: Mapping[UUID, UUID], made: Mapping[UUID, UUID], wanted: Sequence[StoredAddress]
) -> None:
    rows = [{"notice_id": heads[each.user_id], "address_id": each.id, "delivery_id": made[each.id]} for each in wanted]
    await db.execute(insert(Enclosure).on_conflict_do_nothing(), rows)
