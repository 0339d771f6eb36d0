"""The ids by which everybody may speak of a seller: they tell nothing of the account."""

import hmac
from uuid import UUID

from amigok_chassis.sealing import derive
from amigok_chassis.unit_of_work import UnitOfWork


def public_id(db: UnitOfWork, user_id: UUID) -> UUID:
    """Returns the id that stands for a user who sells: always the same, and found by nobody without the data key."""
    digest = hmac.digest(derive(db.data_key, "ids of sellers"), user_id.bytes, "sha256")
    return UUID(bytes=digest[:16], version=4)
