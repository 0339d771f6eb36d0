"""How complete the facts are, for administrators and beside figures."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out


class SourceOut(Out):
    """The newest event of a service that is in the facts, when it was emitted, and when it was heard."""

    source: str = Field(examples=["wallet"])
    event_id: UUID
    occurred_at: datetime
    arrived_at: datetime
    loaded_at: datetime


class CompletenessOut(Out):
    """Everything that arrived until `complete_until` is in the facts. `waiting` events that came later are not yet.

    Where it says 10,001, they are as many or more.
    """

    complete_until: datetime
    waiting: int
    sources: list[SourceOut]
    archived_until: date | None = Field(description="The last day that is in the archive")
    engine: bool = Field(description="Whether ClickHouse answers")
