"""The lock that handlers declare: it opens what a batch of events will post to, then locks whose money it touches."""

from uuid import UUID

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.service import Wanted, lock, open_all


async def _open_and_lock(db: UnitOfWork, keys: set[UUID | Wanted]) -> None:
    await open_all(db, [key for key in keys if isinstance(key, Wanted)])
    owners = {key.owner_id if isinstance(key, Wanted) else key for key in keys}
    await lock(db, [owner for owner in owners if owner is not None])


ACCOUNTS: Lock[UUID | Wanted] = Lock(1, _open_and_lock)
"""Keys are users whose accounts are locked, and accounts that are opened before, whose users are locked as well."""
