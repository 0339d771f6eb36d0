"""Gathers what identity knows about a user. A noun that keeps something about users adds its section here."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.models import Activity
from identity.activity.service import note
from identity.addresses.models import EmailChange
from identity.contacts import service as contacts
from identity.devices.models import KnownDevice
from identity.export.schemas import ExportOut, OwnSubmissionOut
from identity.kyc.models import Document, Submission
from identity.kyc.reviews import person_of
from identity.kyc.schemas import DocumentOut
from identity.passkeys.models import Passkey
from identity.phones.models import PhoneVerification
from identity.preferences import service as preferences
from identity.sessions.models import Session
from identity.sessions.queries import profile
from identity.two_factor import service as two_factor

MOST = 5_000
"""How many rows each section has at most."""

ELSEWHERE = {
    "animals": "/api/v1/my-livestock",
    "removals of animals": "/api/v1/my-removals",
    "insurance claims": "/api/v1/my-insurance-claims",
    "wallet": "/api/v1/wallet",
    "statement of the wallet": "/api/v1/wallet/transactions",
    "payments": "/api/v1/payments/history",
    "deposits": "/api/v1/wallet/deposits",
    "withdrawals": "/api/v1/wallet/withdraw/requests",
    "orders": "/api/v1/marketplace/my-orders",
    "listings": "/api/v1/marketplace/my-listings",
    "invoices": "/api/v1/invoices",
    "billing details": "/api/v1/invoices/billing-details",
    "pilot farming": "/api/v1/games/pilot-farming/player",
    "tasks of pilot farming": "/api/v1/games/pilot-farming/tasks",
    "notices": "/api/v1/notifications",
    "friends in pilot farming": "/api/v1/games/pilot-farming/friends",
}
"""What other services keep about a user, with the path to read it."""

_KEPT: dict[str, Any] = {
    "addresses": EmailChange,
    "phones": PhoneVerification,
    "passkeys": Passkey,
    "sessions": Session,
    "devices": KnownDevice,
    "activities": Activity,
    "kyc": Submission,
}


async def export(db: UnitOfWork, *, me: Principal, client: Client) -> ExportOut:
    """The user's own data. Raises Unauthenticated."""
    user = await profile(db, me=me)
    found = {section: await _newest(db, kind, user.id) for section, kind in _KEPT.items()}
    rows = {section: kept[:MOST] for section, kept in found.items()}
    submissions = await _submissions(db, rows.pop("kyc"))
    out = ExportOut.model_validate(
        {
            **rows,
            "exported_at": clock.now(),
            "profile": user,
            "two_factor": await two_factor.status(db, me=me),
            "kyc": submissions,
            "preferences": await preferences.read(db, user_id=user.id),
            "contact_consent": await contacts.of(db, user.id),
            "truncated": [section for section, kept in found.items() if len(kept) > MOST],
            "elsewhere": ELSEWHERE,
        }
    )
    note(db, user_id=user.id, action="data_exported", client=client)
    return out


async def _newest(db: UnitOfWork, kind: Any, user_id: UUID) -> list[Any]:
    newest = select(kind).where(kind.user_id == user_id).order_by(kind.id.desc()).limit(MOST + 1)
    return list((await db.scalars(newest)).all())


async def _submissions(db: UnitOfWork, submissions: list[Submission]) -> list[OwnSubmissionOut]:
    found = {submission.id: OwnSubmissionOut.model_validate(submission) for submission in submissions}
    for submission in submissions:
        found[submission.id].person = person_of(submission, db.data_key)
    for document in await db.scalars(select(Document).where(Document.submission_id.in_(found)).order_by(Document.id)):
        if document.submission_id is not None:
            found[document.submission_id].documents.append(DocumentOut.model_validate(document))
    return list(found.values())
