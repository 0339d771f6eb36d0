"""What time triggers."""

from datetime import timedelta

from sqlalchemy import text

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted

BATCH = 1_000
KEPT_UNVERIFIED = timedelta(days=30)

_FORGET = text("""
DELETE FROM users WHERE id IN (
    SELECT id FROM users
    WHERE email_verified_at IS NULL AND created_at < :before AND status <> 'deleted'
      AND NOT EXISTS (SELECT FROM invitations WHERE user_id = users.id)
    ORDER BY created_at, id LIMIT :batch FOR UPDATE SKIP LOCKED)
RETURNING id, role
""")


@every(300)
async def forget_unverified(db: UnitOfWork) -> None:
    """Deletes accounts whose address nobody has verified in 30 days, in bounded batches."""
    rows = (await db.execute(_FORGET, {"before": clock.now() - KEPT_UNVERIFIED, "batch": BATCH})).all()
    for user_id, role in rows:
        emit(db, UserDeleted(user_id=user_id, role=role, status="deleted"))
        audit.forget(db, user_id)
