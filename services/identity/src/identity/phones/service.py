"""Sends a code to a number, and verifies it."""

import structlog
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.codes import service as codes
from identity.contacts import service as contacts
from identity.mails import service as mails
from identity.phones import letters
from identity.phones.errors import InvalidPhoneCode, PhoneTaken
from identity.phones.models import PhoneVerification
from identity.sessions.queries import owner
from identity.sms import service as sms
from identity.standing import credentials
from identity.users.models import User

log = structlog.get_logger()


async def send_code(db: UnitOfWork, *, me: Principal, phone: str) -> None:
    """Sends a code to the number. Earlier codes are void. Whether another account has the number is not looked up.

    If the number has received too many codes in the last hour, no SMS is sent, and nothing else tells so.
    Raises Unauthenticated; TooManyMessages when this user has asked too often in the last hour.
    """
    now = clock.now()
    user = await owner(db, me=me)
    await codes.refuse_too_many(db, PhoneVerification, user_id=user.id, now=now)
    sent = PhoneVerification(
        id=new_id(), user_id=user.id, phone=phone, created_at=now, expires_at=now + PhoneVerification.lifetime
    )
    text = letters.phone_code(sent.draw(db.data_key))
    if await sms.may_receive(db, phone):
        sms.write(db, recipient=phone, text=text)
    else:
        sent.spoil()  # a code that was not sent could only be guessed
    db.add(sent)


async def verify(db: Database, *, me: Principal, code: str, client: Client) -> None:
    """Sets the number to that of the newest code, which has five tries.

    Raises Unauthenticated, InvalidPhoneCode; PhoneTaken, which only somebody with the phone in hand can learn.
    """
    async with db.unit_of_work() as session:
        user = await owner(session, me=me)
        proved = await _proved(session, user, code)
        if proved is not None:
            await _take(session, user, proved, client)
    if proved is None:
        raise InvalidPhoneCode


async def _proved(db: UnitOfWork, user: User, code: str) -> str | None:
    now = clock.now()
    sent = await codes.newest(db, PhoneVerification, user_id=user.id, now=now)
    if sent is None or not sent.guess(db.data_key, code):
        return None
    sent.expires_at = now  # works once, but still counts against the limit
    return sent.phone


async def _take(db: UnitOfWork, user: User, phone: str, client: Client) -> None:
    replaced = user.phone not in (None, phone)
    user.prove_phone(phone, clock.now())
    try:
        await db.flush()
    except IntegrityError as error:
        raise PhoneTaken from error
    await contacts.announce(db, user)
    note(db, user_id=user.id, action="phone_verified", client=client)
    if replaced:
        await credentials.changed(db, user, "phone")
        mails.write(db, recipient=user.email, **letters.phone_changed())
    log.info("user.phone_verified", user_id=user.id)
