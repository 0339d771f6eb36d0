"""Sends a code to a number and takes it back."""

import structlog
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity import accounts, codes, credentials, letters, mails
from identity.activity.service import Client, note
from identity.models import User
from identity.phones.errors import InvalidPhoneCode, PhoneTaken
from identity.phones.models import PhoneVerification
from identity.sms import service as sms

log = structlog.get_logger()


async def send_code(db: UnitOfWork, *, me: Principal, phone: str, secret: bytes) -> None:
    """Has a code sent to the number; what was sent before is void. Who has the number already is not looked at.

    That the number has had its share of the hour, from whomever, is told by nothing but that no SMS comes.
    Raises Unauthenticated; TooManyMessages when this user has asked too often in the last hour.
    """
    now = clock.now()
    user = await accounts.owner(db, me=me)
    await codes.refuse_too_many(db, PhoneVerification, user_id=user.id, now=now)
    sent = PhoneVerification(
        id=new_id(), user_id=user.id, phone=phone, created_at=now, expires_at=now + PhoneVerification.lifetime
    )
    text = letters.phone_code(sent.draw(secret))
    if await sms.may_receive(db, phone):
        sms.write(db, recipient=phone, text=text)
    else:
        sent.spoil()  # a code that nobody was sent would only be there to be guessed
    db.add(sent)


async def verify(db: Database, *, me: Principal, code: str, secret: bytes, client: Client) -> None:
    """Makes the number of the newest code the user's. A wrong code counts, five end it.

    Raises Unauthenticated, InvalidPhoneCode; PhoneTaken, told only to who has the phone in hand.
    """
    async with db.unit_of_work() as session:
        user = await accounts.owner(session, me=me)
        proved = await _proved(session, user, code, secret)
        if proved is not None:
            await _take(session, user, proved, client)
    if proved is None:
        raise InvalidPhoneCode


async def _proved(db: UnitOfWork, user: User, code: str, secret: bytes) -> str | None:
    now = clock.now()
    sent = await codes.newest(db, PhoneVerification, user_id=user.id, now=now)
    if sent is None or not sent.guess(secret, code):
        return None
    sent.expires_at = now  # once; it still counts against the limit
    return sent.phone


async def _take(db: UnitOfWork, user: User, phone: str, client: Client) -> None:
    replaced = user.phone not in (None, phone)
    user.prove_phone(phone, clock.now())
    try:
        await db.flush()
    except IntegrityError as error:
        raise PhoneTaken from error
    note(db, user_id=user.id, action="phone_verified", client=client)
    if replaced:
        await credentials.changed(db, user, "phone")
        mails.write(db, recipient=user.email, **letters.phone_changed())
    log.info("user.phone_verified", user_id=user.id)
