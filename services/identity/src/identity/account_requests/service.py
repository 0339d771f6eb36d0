"""Takes requests, and answers them in the order in which they came, each in a transaction of its own.

No request looks an address up, so neither the answer nor its time can tell whether it has an account.
"""

from typing import Any

from pydantic_core import to_json
from sqlalchemy import delete, select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.account_requests.models import AccountRequest
from identity.passwords import service as passwords
from identity.registration import service as registration
from identity.resets import service as resets
from identity.users.errors import UsernameTaken

_ASK = "INSERT INTO account_requests (id, email, registration, created_at) VALUES ($1, $2, $3, $4)"
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


async def answer_oldest(db: UnitOfWork, *, public_url: str) -> bool:
    """Answers the oldest request and deletes it. Returns False when there is none."""
    asked = await _take(db)
    if asked is None:
        return False
    if asked.registration is None:
        await resets.answer(db, email=asked.email, public_url=public_url)
    else:
        await registration.answer(db, email=asked.email, registration=asked.registration, public_url=public_url)
    return True


async def _take(db: UnitOfWork) -> AccountRequest | None:
    """The oldest request, which is gone once the transaction commits.

    Other replicas wait meanwhile: the later of two registrations with an address is also answered later.
    """
    oldest = select(AccountRequest.id).order_by(AccountRequest.id).limit(1).with_for_update()
    taken: AccountRequest | None = await db.scalar(
        delete(AccountRequest).where(AccountRequest.id == oldest.scalar_subquery()).returning(AccountRequest)
    )
    return taken
