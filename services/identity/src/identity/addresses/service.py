"""Changes an address once a mail to the new one is confirmed, and notifies the old one."""

import secrets
from hmac import compare_digest

import structlog
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.addresses import letters
from identity.addresses.errors import EmailTaken, EmailUnchanged, InvalidEmailChange
from identity.addresses.models import EmailChange
from identity.codes import service as codes
from identity.contacts import service as contacts
from identity.digests import digest
from identity.handles import service as handles
from identity.mails import service as mails
from identity.resets import links
from identity.sessions.queries import owner
from identity.standing import credentials
from identity.users.models import User
from identity.users.service import by_email

log = structlog.get_logger()


async def ask(db: UnitOfWork, *, me: Principal, email: str, public_url: str, client: Client) -> None:
    """Mails the new address, and the old one.

    Only the mail to the new address tells whether it has an account, or has received too many mails.
    Raises Unauthenticated, EmailUnchanged; TooManyMessages when the user has asked too often in the last hour.
    """
    now = clock.now()
    user = await owner(db, me=me)
    if user.email.lower() == email.lower():
        raise EmailUnchanged
    await codes.refuse_too_many(db, EmailChange, user_id=user.id, now=now)
    token = secrets.token_urlsafe(32)
    wanted = EmailChange(
        id=new_id(),
        user_id=user.id,
        email=email,
        token_digest=digest(token),
        created_at=now,
        expires_at=now + EmailChange.lifetime,
    )
    code = wanted.draw(db.data_key)
    holder = await db.scalar(by_email(email))
    taken = holder is not None and holder.email_verified
    words = letters.address_in_use() if taken else letters.new_address(public_url, token=token, code=code)
    allowed = await mails.may_receive(db, email)
    if allowed:
        mails.write(db, recipient=email, **words)
    if taken or not allowed:
        wanted.spoil()  # a code that was not sent could only be guessed
    db.add(wanted)
    mails.write(db, recipient=user.email, **letters.address_asked())
    note(db, user_id=user.id, action="email_change_asked", client=client)


async def confirm(db: Database, *, me: Principal, client: Client, token: str = "", code: str = "") -> str:
    """Changes the address to that of the newest mail, with its token or its code, which has five tries.

    Links that were sent to the old address become void. Raises Unauthenticated, InvalidEmailChange; EmailTaken, which
    only the reader of the new address's mail can learn.
    """
    async with db.unit_of_work() as session:
        user = await owner(session, me=me)
        email = await _proved(session, user, token=token, code=code)
        if email is not None:
            await _take(session, user, email, client)
    if email is None:
        raise InvalidEmailChange
    return email


async def _proved(db: UnitOfWork, user: User, *, token: str, code: str) -> str | None:
    wanted = await codes.newest(db, EmailChange, user_id=user.id, now=clock.now())
    if wanted is None:
        return None
    right = compare_digest(wanted.token_digest, digest(token)) if token else wanted.guess(db.data_key, code)
    return wanted.email if right else None


async def _take(db: UnitOfWork, user: User, email: str, client: Client) -> None:
    """Takes the address. An account that claimed it without verifying it is deleted."""
    former = user.email
    user.change_email(email, clock.now())
    claims = by_email(email).where(User.email_verified_at.is_(None)).with_only_columns(User.id)
    try:
        with db.no_autoflush:
            await db.execute(delete(User).where(User.id.in_(claims)))
        await db.flush()
    except IntegrityError as error:
        raise EmailTaken from error
    handles.announce(db, user)
    await contacts.announce(db, user)
    await credentials.changed(db, user, "email")
    await void(db, user)
    await links.void(db, user)
    note(db, user_id=user.id, action="email_changed", client=client)
    mails.write(db, recipient=former, **letters.address_changed())
    log.info("user.email_changed", user_id=user.id)


async def void(db: UnitOfWork, user: User) -> None:
    """Makes earlier requests for a change void. They still count against the limit."""
    now = clock.now()
    await db.execute(
        update(EmailChange).where(EmailChange.user_id == user.id, EmailChange.expires_at > now).values(expires_at=now)
    )
