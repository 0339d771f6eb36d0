"""What proofs find."""

from uuid import UUID

from pydantic import BaseModel


class Difference(BaseModel):
    """Something in the ledger that should not be."""

    check: str
    id: UUID
    expected: int
    found: int
