"""Keeps what users consent to, and hands the addresses over to whoever tells them things."""

from uuid import UUID

from amigok_chassis import clock, transit
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserContactChanged
from identity.activity.caller import Client
from identity.activity.service import note
from identity.contacts.models import Consent
from identity.sessions.queries import owner
from identity.users.models import User


async def of(db: UnitOfWork, user_id: UUID) -> Consent:
    """Returns what a user agreed to."""
    return await db.get(Consent, user_id) or Consent(user_id=user_id, email=False, phone=False, changed_at=clock.now())


async def agree(db: UnitOfWork, *, me: Principal, email: bool, phone: bool, client: Client) -> Consent:
    """Replaces what a user agreed to. Raises Unauthenticated."""
    user = await owner(db, me=me)
    consent = await of(db, user.id)
    consent.email, consent.phone, consent.changed_at = email, phone, clock.now()
    db.add(consent)
    note(db, user_id=user.id, action="contact_consent", client=client, email=str(email), phone=str(phone))
    _tell(db, user, consent)
    return consent


async def announce(db: UnitOfWork, user: User) -> None:
    """Called in the transaction in which a locked user verified another address or number."""
    consent = await of(db, user.id)
    if consent.email or consent.phone:
        _tell(db, user, consent)


def _tell(db: UnitOfWork, user: User, consent: Consent) -> None:
    email = user.email if consent.email and user.email_verified else None
    phone = user.phone if consent.phone else None
    emit(
        db,
        UserContactChanged(
            user_id=user.id,
            sealed_email=_sealed(db, user, "email", email),
            sealed_phone=_sealed(db, user, "phone", phone),
        ),
    )


def _sealed(db: UnitOfWork, user: User, what: str, address: str | None) -> str | None:
    return address and transit.seal(db.fleet_key, address, bound=f"contact {what} {user.id}")
