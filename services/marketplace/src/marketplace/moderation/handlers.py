"""Who is deleted is forgotten."""

from sqlalchemy import update

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged
from marketplace.moderation.models import Report, Takedown


@on(UserStandingChanged)
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    """Erases what a deleted user wrote."""
    if event.status == "deleted":
        await db.execute(update(Report).where(Report.reporter_id == event.user_id).values(note=""))
        await db.execute(update(Takedown).where(Takedown.seller_id == event.user_id).values(appeal=""))
