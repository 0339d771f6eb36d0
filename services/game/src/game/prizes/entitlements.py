"""Entitlements: prizes that are no money. Of their codes only the digest is kept."""

import secrets
from hashlib import sha256
from uuid import UUID

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import EntitlementCodeIssued
from game.prizes.errors import PrizeNotFound
from game.prizes.models import Entitlement


async def issue_code(db: UnitOfWork, award_id: UUID, *, by: UUID) -> str:
    """Returns a new code of one's own entitlement, in place of one before. Raises AccountInactive, PrizeNotFound."""
    await standing.require_active(db, by)
    found = await db.get(Entitlement, award_id, with_for_update=True, populate_existing=True)
    if found is None or found.owner_id != by or found.expires_at <= clock.now():
        raise PrizeNotFound
    code = secrets.token_urlsafe(24)
    found.code_digest, found.code_issued_at = sha256(code.encode()).hexdigest(), clock.now()
    emit(db, EntitlementCodeIssued(entitlement_id=found.id, owner_id=by, code_digest=found.code_digest))
    return code
