"""Gathers what identity knows of a user. A noun that keeps something of users adds its section here."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from identity import accounts
from identity.activity.models import Activity
from identity.activity.service import Client, note
from identity.export.schemas import ActivityOut, ExportOut, OwnSubmissionOut, SessionOut
from identity.kyc.models import Document, Submission
from identity.kyc.reviews import person_of
from identity.kyc.schemas import DocumentOut
from identity.models import Session
from identity.preferences import service as preferences
from identity.schemas import Profile

MOST = 5_000
"""Rows of each section."""


async def export(db: AsyncSession, *, me: Principal, secret: bytes, client: Client) -> ExportOut:
    """The user's own data. Raises Unauthenticated."""
    user = await accounts.profile(db, me=me)
    rows = {
        "sessions": await _newest(db, select(Session).where(Session.user_id == user.id).order_by(Session.id.desc())),
        "activities": await _newest(
            db, select(Activity).where(Activity.user_id == user.id).order_by(Activity.id.desc())
        ),
        "kyc": await _newest(
            db, select(Submission).where(Submission.user_id == user.id).order_by(Submission.id.desc())
        ),
    }  # fmt: skip
    truncated = [section for section, found in rows.items() if len(found) > MOST]
    out = ExportOut(
        exported_at=clock.now(),
        profile=Profile.model_validate(user),
        sessions=[SessionOut.model_validate(row) for row in rows["sessions"][:MOST]],
        activities=[ActivityOut.model_validate(row) for row in rows["activities"][:MOST]],
        kyc=await _submissions(db, rows["kyc"][:MOST], secret),
        preferences=await preferences.read(db, user_id=user.id),
        truncated=truncated,
    )
    note(db, user_id=user.id, action="data_exported", client=client)
    return out


async def _newest(db: AsyncSession, query: Select[Any]) -> list[Any]:
    return list((await db.scalars(query.limit(MOST + 1))).all())


async def _submissions(db: AsyncSession, submissions: list[Submission], secret: bytes) -> list[OwnSubmissionOut]:
    found = {submission.id: OwnSubmissionOut.model_validate(submission) for submission in submissions}
    for submission in submissions:
        found[submission.id].person = person_of(submission, secret)
    for document in await db.scalars(select(Document).where(Document.submission_id.in_(found)).order_by(Document.id)):
        if document.submission_id is not None:
            found[document.submission_id].documents.append(DocumentOut.model_validate(document))
    return list(found.values())
