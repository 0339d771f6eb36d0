"""What proofs find."""

from uuid import UUID

from pydantic import BaseModel, Field


class Difference(BaseModel):
    """Something in the ledger that should not be."""

    check: str = Field(pattern=r"^[a-z_]+$", description="What should hold, such as `transfer_sums_to_zero`")
    id: UUID
    expected: int
    found: int
