"""What services answer when identity asks whether a person may be deleted."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel

from amigok_contracts.values import known

Obstacle = Annotated[
    str,
    known(
        "balance",
        "holds",
        "withdrawals",
        "disputes",
        "claims",
        "debts",
        "animals",
        "payments",
        "orders",
        "feed",
        "care_requests",
        "contests",
        "prizes",
    ),
]


class DeletionChecked(BaseModel):
    """What keeps a user from being deleted, as stable codes; empty when nothing does.

    The user was deactivated before the question, so nothing new begins after the answer. Identity waits for the answer
    of each service that declares such an event.
    """

    request_id: UUID
    user_id: UUID
    obstacles: tuple[Obstacle, ...]
