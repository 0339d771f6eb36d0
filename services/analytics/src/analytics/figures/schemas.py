"""What every answer with figures says of itself."""

from pydantic import AwareDatetime, BaseModel, Field

from analytics.agreement.schemas import Source


class HeardOut(BaseModel):
    """How far the events of one service are known. `differences` counts where its books differ from the figures."""

    source: Source
    heard_at: AwareDatetime = Field(description="When its newest event that is counted was published")
    differences: int


class Completeness(BaseModel):
    """How complete figures are. They are `stale` where the books of a service differ from them.

    Everything that arrived before `complete_until` is counted; `waiting` events that came later are not yet, where
    10,001 are as many or more.
    """

    stale: bool
    complete_until: AwareDatetime
    waiting: int
    sources: list[HeardOut]


class Figures(BaseModel):
    """What every answer with figures has. `explain` leads to the rows that they are made of."""

    as_of: AwareDatetime = Field(description="What happened before then is counted")
    completeness: Completeness
    explain: str | None = Field(
        description="Null where the rows are people's, whom nobody is shown",
        examples=["/api/v1/analytics/financial/explain?scope=mine"],
    )
