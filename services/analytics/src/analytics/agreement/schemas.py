"""Differences over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_contracts import Money
from analytics.agreement.comparison import Place

Source = Annotated[str, Field(examples=["feed"])]
"""The name of a service."""


class BookDifferenceOut(BaseModel):
    """An amount of a service's books that facts have otherwise: the ledger's `transfers`, or the `lines` of figures.

    Until `told_at` it may be on its way.
    """

    source: Source
    place: Place
    reference_id: UUID
    kind: str = Field(examples=["capture"])
    expected: Money
    found: Money
    found_at: AwareDatetime
    told_at: AwareDatetime | None
