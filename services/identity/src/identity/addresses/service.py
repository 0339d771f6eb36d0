"""Changes of the address: proved by a mail to the new one, told to the old one."""

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
from identity import accounts, codes, credentials, letters, mails
from identity.activity.service import Client, note
from identity.addresses.errors import EmailTaken, EmailUnchanged, InvalidEmailChange
from identity.addresses.models import EmailChange
from identity.digests import digest
from identity.handles import service as handles
from identity.models import User
from identity.resets import links

log = structlog.get_logger()


async def ask(db: UnitOfWork, *, me: Principal, email: str, secret: bytes, public_url: str, client: Client) -> None:
    """Has a mail sent to the new address, and one to the old.

    Whether the new one has an account, or has had its share of mails, is told by what it gets and by nothing else.
    Raises Unauthenticated, EmailUnchanged; TooManyMessages when the user has asked too often in the last hour.
    """
    now = clock.now()
    user = await accounts.owner(db, me=me)
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
    code = wanted.draw(secret)
    holder = await db.scalar(accounts.by_email(email))
    taken = holder is not None and holder.email_verified
    words = letters.address_in_use() if taken else letters.new_address(public_url, token=token, code=code)
    allowed = await mails.may_receive(db, email)
    if allowed:
        mails.write(db, recipient=email, **words)
    if taken or not allowed:
        wanted.spoil()  # a code that nobody was sent would only be there to be guessed
    db.add(wanted)
    mails.write(db, recipient=user.email, **letters.address_asked())
    note(db, user_id=user.id, action="email_change_asked", client=client)


async def confirm(
    db: Database, *, me: Principal, secret: bytes, client: Client, token: str = "", code: str = ""
) -> str:
    """Makes the address of the newest mail the user's, by its token or by its code, which has five tries.

    Links that were sent to the old address are void. Raises Unauthenticated, InvalidEmailChange; EmailTaken, told
    only to who reads the mail of that address.
    """
    async with db.unit_of_work() as session:
        user = await accounts.owner(session, me=me)
        email = await _proved(session, user, token=token, code=code, secret=secret)
        if email is not None:
            await _take(session, user, email, client)
    if email is None:
        raise InvalidEmailChange
    return email


async def _proved(db: UnitOfWork, user: User, *, token: str, code: str, secret: bytes) -> str | None:
    wanted = await codes.newest(db, EmailChange, user_id=user.id, now=clock.now())
    if wanted is None:
        return None
    right = compare_digest(wanted.token_digest, digest(token)) if token else wanted.guess(secret, code)
    return wanted.email if right else None


async def _take(db: UnitOfWork, user: User, email: str, client: Client) -> None:
    """An account that claimed the address and never proved it gives way to who did."""
    former = user.email
    user.change_email(email, clock.now())
    claims = accounts.by_email(email).where(User.email_verified_at.is_(None)).with_only_columns(User.id)
    try:
        with db.no_autoflush:
            await db.execute(delete(User).where(User.id.in_(claims)))
        await db.flush()
    except IntegrityError as error:
        raise EmailTaken from error
    handles.announce(db, user)
    await credentials.changed(db, user, "email")
    await void(db, user)
    await links.void(db, user)
    note(db, user_id=user.id, action="email_changed", client=client)
    mails.write(db, recipient=former, **letters.address_changed())
    log.info("user.email_changed", user_id=user.id)


async def void(db: UnitOfWork, user: User) -> None:
    """No change that was asked for before can be confirmed any more. They still count against the limit."""
    now = clock.now()
    await db.execute(
        update(EmailChange).where(EmailChange.user_id == user.id, EmailChange.expires_at > now).values(expires_at=now)
    )
