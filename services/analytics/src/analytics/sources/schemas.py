"""What every figure says of itself."""

from pydantic import AwareDatetime, BaseModel, Field

from analytics.agreement.schemas import Source


class SourceOut(BaseModel):
    """How far the events of one service are known. `differences` counts where its books differ from the figures."""

    source: Source
    heard_at: AwareDatetime = Field(description="When its newest event that is known was published")
    differences: int


class Completeness(BaseModel):
    """How complete a figure is. It is `stale` where the books of a service differ from it."""

    stale: bool
    sources: list[SourceOut]


class Figures(BaseModel):
    """What every answer with figures has: up to when they count, how complete they are, and what they are made of."""

    as_of: AwareDatetime = Field(description="What happened before then is counted, as far as it is known")
    completeness: Completeness
    explain: str = Field(
        description="Where the rows behind the figures are", examples=["/api/v1/analytics/financial/explain?scope=mine"]
    )
