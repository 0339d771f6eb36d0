"""Reads of preferences."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from notification.addresses import service as addresses
from notification.kinds.table import KINDS
from notification.notice_preferences import service
from notification.notice_preferences.modes import channel_of
from notification.notice_preferences.schemas import Channel, KindPreferenceOut, Mode, PreferencesOut
from notification.people import service as people
from notification.senders.service import channels
from notification.settings import Settings
from notification.templates.rendering import called


async def shown(db: UnitOfWork, user_id: UUID) -> PreferencesOut:
    """Returns how a user is told each kind, and by which channels they can be."""
    language = (await people.of(db, user_id)).language
    chosen = await service.of(db, user_id)
    usable = await addresses.alive(db, [user_id], channels=channels(db.settings(Settings)))
    works = {"in_app", *(channel_of(each.channel) for each in usable)}
    reachable = [channel for channel in Channel if channel in works]
    return PreferencesOut(items=[_shown(name, language, modes) for name, modes in chosen.items()], reachable=reachable)


def _shown(name: str, language: str, modes: dict[str, str]) -> KindPreferenceOut:
    kind = KINDS[name]
    told = {channel: Mode(mode) for channel, mode in modes.items()}
    title = called(name, language=language)
    return KindPreferenceOut(kind=name, category=kind.category.name, title=title, mandatory=kind.mandatory, **told)
