"""Use cases of preferences."""

from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import standing
from amigok_chassis.unit_of_work import UnitOfWork
from notification.kinds.kind import Kind
from notification.kinds.table import KINDS
from notification.notice_preferences.errors import KindMandatory
from notification.notice_preferences.models import Preference
from notification.notice_preferences.modes import CHANNELS, default
from notification.notice_preferences.schemas import PreferenceIn


async def modes(db: UnitOfWork, user_ids: Collection[UUID], kind: Kind) -> dict[UUID, dict[str, str]]:
    """Returns for each user the mode of each channel, for one kind. What is mandatory is told now."""
    found = {user_id: {channel: default(kind, channel) for channel in CHANNELS} for user_id in user_ids}
    if kind.mandatory:
        return found
    chosen = select(Preference).where(Preference.kind == kind.name, Preference.user_id.in_(user_ids))
    for row in await db.scalars(chosen):
        found[row.user_id][row.channel] = row.mode
    return found


async def of(db: UnitOfWork, user_id: UUID) -> dict[str, dict[str, str]]:
    """Returns the mode of each channel for every kind."""
    found = {name: {channel: default(kind, channel) for channel in CHANNELS} for name, kind in KINDS.items()}
    for row in await db.scalars(select(Preference).where(Preference.user_id == user_id)):
        if row.kind in found and not KINDS[row.kind].mandatory:
            found[row.kind][row.channel] = row.mode
    return found


async def change(db: UnitOfWork, user_id: UUID, changes: Iterable[PreferenceIn]) -> None:
    """Keeps what a user chose; of two choices of one thing the last counts. Raises AccountInactive, KindMandatory."""
    await standing.require_active(db, user_id)
    chosen = {(each.kind, each.channel.value): each.mode.value for each in changes}
    for kind, _ in chosen:
        if KINDS[kind].mandatory:
            raise KindMandatory(kind=kind)
    for (kind, channel), mode in sorted(chosen.items()):
        await choose(db, user_id, kind=kind, channel=channel, mode=mode)


async def choose(db: UnitOfWork, user_id: UUID, *, kind: str, channel: str, mode: str) -> None:
    """Keeps one choice."""
    row = insert(Preference).values(user_id=user_id, kind=kind, channel=channel, mode=mode)
    await db.execute(row.on_conflict_do_update(index_elements=["user_id", "kind", "channel"], set_={"mode": mode}))
