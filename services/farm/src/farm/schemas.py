"""The types of fields that several nouns have in their requests and answers."""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.schemas import In
from amigok_chassis.values import OneSpelling


def _hundredths(weight: Decimal) -> Decimal:
    return weight.quantize(Decimal("0.01"))


Weight = Annotated[
    Decimal, Field(ge=Decimal("0.1"), le=5000, decimal_places=2, max_digits=6), AfterValidator(_hundredths), OneSpelling
]
"""Kilograms."""


class FieldIn(In):
    """What is sent from the field, where an answer may get lost."""

    client_id: UUID | None = Field(
        None, description="The phone's own id of this entry. An entry that is sent again is recorded once."
    )

    @property
    def values(self) -> dict[str, Any]:
        """The validated fields without the client's id."""
        return {name: value for name, value in self if name != "client_id"}
