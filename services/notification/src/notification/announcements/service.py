"""Use cases of announcements: two administrators agree, a segment is told in batches, somebody stops it."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from amigok_chassis import audit, clock
from amigok_chassis.context import Context
from amigok_chassis.ids import new_id
from amigok_chassis.proposals.kinds import Kind
from amigok_chassis.proposals.schemas import ProposalOut
from amigok_chassis.proposals.service import propose as agree
from amigok_chassis.unit_of_work import UnitOfWork
from notification.announcements import segments
from notification.announcements.errors import AnnouncementNotFound
from notification.announcements.models import Announcement
from notification.announcements.schemas import AnnouncementIn, Segment, Texts
from notification.deliveries import service as deliveries
from notification.notices.telling import Telling
from notification.people import service as people

AT_ONCE = 500
"""So many users are told in one transaction."""

KIND = "announcement"


async def _begin(db: UnitOfWork, asked: AnnouncementIn, proposal_id: UUID, decided_by: UUID) -> None:
    now, recipients = clock.now(), await segments.count(db, asked.segment)
    db.add(
        Announcement(
            id=proposal_id,
            state="sending",
            texts=asked.texts.model_dump(mode="json"),
            segment=asked.segment.model_dump(mode="json"),
            recipients=recipients,
            approved_by=decided_by,
            created_at=now,
            due_at=now,
        )
    )
    audit.record(db, "announcement.approved", subject_id=proposal_id, after={"recipients": recipients})


SEND = Kind("announcements.send", AnnouncementIn, _begin)


async def propose(db: UnitOfWork, asked: AnnouncementIn, *, by: UUID) -> ProposalOut:
    """Proposes an announcement, which another administrator approves. Raises NotEntitled, OwnBehalf."""
    return await agree(db, SEND, asked, subject_id=new_id(), beneficiaries=(), by=by)


async def cancel(db: UnitOfWork, announcement_id: UUID) -> Announcement:
    """Has nobody more told. Raises AnnouncementNotFound, WrongState."""
    announcement = await db.get(Announcement, announcement_id, with_for_update=True)
    if announcement is None:
        raise AnnouncementNotFound
    announcement.take("cancel", clock.now())
    audit.record(db, "announcement.cancelled", subject_id=announcement.id, after={"told": announcement.told})
    return announcement


async def tell_some(context: Context, announcement_id: UUID) -> None:
    """Tells the next users; when there are none, it is completed. After a crash nobody is told again."""
    async with context.db.unit_of_work() as db:
        announcement = await db.get_one(Announcement, announcement_id, with_for_update=True)
        if announcement.state == "sending":
            await _go_on(db, announcement, await _next(db, announcement))


async def _go_on(db: UnitOfWork, announcement: Announcement, user_ids: Sequence[UUID]) -> None:
    if not user_ids:
        announcement.take("complete", clock.now())
        return
    announcement.told += await _tell(db, announcement, user_ids)
    announcement.last_user_id = user_ids[-1]
    announcement.make_due(clock.now())


async def _next(db: UnitOfWork, announcement: Announcement) -> Sequence[UUID]:
    members = segments.members(Segment.model_validate(announcement.segment))
    (user_id,) = members.selected_columns
    after = announcement.last_user_id or UUID(int=0)
    return (await db.scalars(members.where(user_id > after).order_by(user_id).limit(AT_ONCE))).all()


async def _tell(db: UnitOfWork, announcement: Announcement, user_ids: Sequence[UUID]) -> int:
    """Tells each in their language. Returns how many had not been told it."""
    by_language = defaultdict(list)
    for user_id, person in (await people.of_many(db, user_ids)).items():
        by_language[person.language].append(user_id)
    texts, told = Texts.model_validate(announcement.texts), 0
    for language, theirs in sorted(by_language.items()):
        words = texts.of(language).model_dump()
        telling = Telling(kind=KIND, source=str(announcement.id), user_ids=theirs, data=words)
        told += await deliveries.tell(db, telling)
    return told
