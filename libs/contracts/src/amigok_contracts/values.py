"""Values that many events have. The strings are open: of each the known values are listed, and others may come.

A new value is no breaking change. A consumer must be ready for one that it does not know: leave the event alone, or
treat it as the most general case.
"""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_contracts.money import Money

KNOWN = "x-known-values"
"""Where a JSON Schema lists the known values of an open string."""


def known(*values: str) -> Any:
    """The known values of an open string, for its schema and documents; the first is its example."""
    return Field(examples=[values[0]], json_schema_extra={KNOWN: list(values)})


def like(example: Any) -> Any:
    """A realistic example of a value."""
    return Field(examples=[example])


Role = Annotated[str, known("investor", "gamer", "farm_staff", "veterinarian", "admin")]
Status = Annotated[str, known("active", "deactivated", "deleted")]
Provider = Annotated[str, known("stripe", "paypal", "wallet")]
Method = Annotated[str, known("card", "bank_transfer", "crypto", "paypal", "wallet")]
Reason = Annotated[str, known("insufficient_funds", "expired", "cancelled", "account_inactive", "not_owner")]
"""A stable code. Each field of this type lists its own."""

Recipients = tuple[UUID, ...]
"""The users who are to be told. None where it concerns the platform."""

Fee = Annotated[Money, like({"amount": "6.00", "currency": "USD"})]
Kilograms = Annotated[Decimal, like("54.20")]
Sealed = Annotated[str, like("3q2+7wAAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBk=")]
"""Base64 of what only services with the fleet's key can open."""
Digest = Annotated[str, like("q0aS2v9yVdNS1yq4bQz0y9uTnE1dS7wM0mJb3cX8k5I")]
"""A keyed digest, base64url without padding."""
AreaName = Annotated[str, like("North barn, pen 3")]
IdCard = Annotated[str, like("CARD-000123")]
"""By which cameras know an animal."""
Eid = Annotated[str, like("982000123456789")]
"""Electronic identification: the 15 digits of ISO 11784."""


class Marks(BaseModel):
    """What an animal is known by besides its ear tag, in events that tell all of it."""

    unique_id_card: IdCard | None = None
    eid: Eid | None = None
