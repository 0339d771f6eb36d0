"""Reads and replaces preferences."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.unit_of_work import UnitOfWork
from identity.preferences.models import Preferences
from identity.users.models import User


async def read(db: UnitOfWork, *, user_id: UUID) -> dict[str, Any]:
    """The user's preferences; at first an empty object."""
    found = await db.get(Preferences, user_id)
    preferences: dict[str, Any] = json.loads(found.document) if found else {}
    return preferences


async def replace(db: UnitOfWork, *, user_id: UUID, document: str) -> None:
    """Replaces the preferences by a JSON document. Raises Unauthenticated."""
    if await db.get(User, user_id) is None:
        raise Unauthenticated
    changed = {"document": document, "updated_at": clock.now()}
    preferences = insert(Preferences).values(user_id=user_id, **changed)
    await db.execute(preferences.on_conflict_do_update(index_elements=["user_id"], set_=changed))
