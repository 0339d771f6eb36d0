"""Cursors of boards. They name a player by id, which boards do not tell, so they are sealed."""

import base64
from typing import Any

from amigok_chassis import sealing
from amigok_chassis.pagination import InvalidCursor, Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork

_BOUND = "cursor of a board"


def seal(db: UnitOfWork, *key: Any) -> str:
    """The cursor that stands for an entry with this key."""
    sealed = sealing.seal(_key(db), encode(*key).encode(), bound=_BOUND)
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def unseal(db: UnitOfWork, paging: Paging) -> Paging:
    """The same page, with the cursor that was sealed. Raises InvalidCursor."""
    if paging.cursor is None:
        return paging
    try:
        sealed = base64.urlsafe_b64decode(paging.cursor.encode() + b"==")
        return paging.model_copy(update={"cursor": sealing.unseal(_key(db), sealed, bound=_BOUND).decode()})
    except ValueError as error:
        raise InvalidCursor from error


def _key(db: UnitOfWork) -> bytes:
    return sealing.derive(db.data_key, "cursors of boards")
