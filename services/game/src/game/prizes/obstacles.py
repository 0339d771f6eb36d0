"""Why a prize is not given now."""

from datetime import timedelta

from amigok_chassis import clock, standing
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries.models import Entry
from game.links.queries import has_dispute
from game.prizes.models import Award
from game.suspicions.service import open_in

FINAL = frozenset({"disqualified", "account_deleted"})
"""These never go away: the prize is forfeited at once."""


async def of_award(db: UnitOfWork, award: Award) -> str | None:
    """Returns a stable code; None: nothing keeps the prize from being given."""
    entry = await db.get_one(Entry, award.entry_id, populate_existing=True)
    if entry.state == "disqualified":
        return "disqualified"
    if any(not each.entry_ids or entry.id in each.entry_ids for each in await open_in(db, award.contest_id)):
        return "suspicion"
    return await _of_owner(db, award)


async def _of_owner(db: UnitOfWork, award: Award) -> str | None:
    who = await standing.of(db, award.owner_id)
    if who.is_deleted:
        return "account_deleted"
    if not who.is_active:
        return "account_inactive"
    if award.kind == "cash" and who.kyc != "approved":
        return "not_verified"
    return "fee_disputed" if await has_dispute(db, award.owner_id) else None


async def is_forfeited(db: UnitOfWork, award: Award, reason: str) -> bool:
    """Whether the prize is nobody's: its reason never goes away, or has stood for as long as the rules say."""
    contest = await db.get_one(Contest, award.contest_id)
    return reason in FINAL or clock.now() >= award.moved_at + timedelta(days=contest.terms.unclaimed_days)
