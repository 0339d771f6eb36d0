"""What operators get."""

from uuid import UUID

from pydantic import BaseModel

from amigok_contracts import Money


class UnclaimedOut(BaseModel):
    """Money in the wallet of somebody who is deleted."""

    user_id: UUID
    available: Money
    held: Money
