"""Takes requests, and answers those for one address in their order, each in the transaction that deletes it.

Taking a request looks no address up, so neither the response nor its time can tell whether it has an account.
"""

from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import func, select, text

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.account_requests.models import AccountRequest
from identity.passwords import service as passwords
from identity.registration import service as registration
from identity.resets import service as resets
from identity.users.errors import UsernameTaken

_ASK = """
INSERT INTO account_requests (id, email, registration, created_at, due_at, attempts) VALUES ($1, $2, $3, $4, $4, 0)
"""
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305014, hashtext(lower(:email)))")
_USERNAME_HELD = """
SELECT 1 FROM users WHERE lower(username) = lower($1) AND email_verified_at IS NOT NULL
"""


async def register(db: Database, *, email: str, username: str, password: str, full_name: str | None, role: str) -> None:
    """Asks for an account.

    A username belongs to whoever has verified an address with it, so a taken one says nothing about addresses.
    Raises WeakPassword, UsernameTaken, TooBusy.
    """
    await passwords.refuse_weak(password, email=email, username=username)
    if await db.fetch(_USERNAME_HELD, username):
        raise UsernameTaken
    chosen = {"username": username, "full_name": full_name, "role": role}
    chosen["password_hash"] = await passwords.hashed(password)
    await ask(db, email=email, registration=chosen)


async def ask(db: Database, *, email: str, registration: dict[str, Any] | None = None) -> None:
    """Keeps a request: for an account with what was chosen, or for another password."""
    chosen = to_json(registration).decode() if registration else None
    await db.fetch(_ASK, new_id(), email, chosen, clock.now())
    db.made_due([AccountRequest.__tablename__])


async def answer(context: Context, request_id: UUID) -> None:
    """Answers a request, after all earlier ones for its address."""
    while await _answer_next(context, request_id):
        pass


async def _answer_next(context: Context, request_id: UUID) -> bool:
    """Answers the earliest request for the address, and deletes it. Returns whether the given one is still waiting."""
    async with context.db.unit_of_work() as db:
        request = await _earliest(db, request_id)
        if request is None:
            return False
        await db.delete(request)
        public_url = context.config.public_url
        if request.registration is None:
            await resets.answer(db, email=request.email, public_url=public_url)
        else:
            await registration.answer(db, email=request.email, registration=request.registration, public_url=public_url)
    return request.id != request_id


async def _earliest(db: UnitOfWork, request_id: UUID) -> AccountRequest | None:
    """The earliest request for the address of this one; None if this one was answered meanwhile.

    Others who answer for the address wait, so the later of two registrations is also answered later.
    """
    email = await db.scalar(select(AccountRequest.email).where(AccountRequest.id == request_id))
    if email is None:
        return None
    await db.execute(_ONE_AT_A_TIME, {"email": email})
    waiting = select(AccountRequest).where(func.lower(AccountRequest.email) == func.lower(email))
    earliest = await db.scalar(waiting.order_by(AccountRequest.id).limit(1))
    return earliest if earliest is not None and earliest.id <= request_id else None
