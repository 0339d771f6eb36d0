"""The lock that handlers declare: it opens what a batch of events will post to, then locks whose money it touches."""

from uuid import UUID

from amigok_chassis.needs import Ahead, Lock
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.accounts.models import AVAILABLE, account_id
from wallet.accounts.service import Wanted, balances_of, is_locked, lock, open_all


def _owner(key: UUID | Wanted) -> UUID | None:
    return key.owner_id if isinstance(key, Wanted) else key


async def _open_and_lock(db: UnitOfWork, keys: set[UUID | Wanted]) -> None:
    await open_all(db, [key for key in keys if isinstance(key, Wanted)])
    await lock(db, [owner for owner in map(_owner, keys) if owner is not None])


ACCOUNTS: Lock[UUID | Wanted] = Lock(1, _open_and_lock, subject=_owner)
"""Keys are users whose accounts are locked, and accounts that are opened before, whose users are locked as well."""

BALANCES = Ahead(balances_of, under=ACCOUNTS)
"""Keys are users whose accounts are locked."""


async def available(db: UnitOfWork, user_id: UUID, currency: str) -> int | None:
    """What a user can spend, in minor units, with their accounts locked; null where they have no wallet in it."""
    is_known = is_locked(db, user_id)
    balances = await BALANCES.get(db, user_id) or {} if is_known else await lock(db, [user_id])
    return balances.get(account_id(user_id, AVAILABLE, currency))
