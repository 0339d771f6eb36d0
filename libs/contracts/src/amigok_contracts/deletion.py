"""What services answer when identity asks whether a person may be deleted."""

from uuid import UUID

from pydantic import BaseModel


class DeletionChecked(BaseModel):
    """What of a user's keeps them from being deleted, as stable codes; nothing when they may go.

    The user was deactivated before the question, so nothing new begins after the answer. Whichever service declares an
    event that is one is asked.
    """

    request_id: UUID
    user_id: UUID
    obstacles: tuple[str, ...]
