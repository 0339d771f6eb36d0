"""Reports over HTTP."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

MOST_REPORTS = 100


class Report(BaseModel):
    """What became of a message to an address. `deferred` and what is not known changes nothing."""

    type: str = Field(max_length=40, examples=["bounced"], description="`bounced`, `complained`, ...")
    channel: Literal["email", "sms"]
    address: Annotated[str, Field(max_length=254)] = Field(examples=["ada@amigok.test"])


class Reports(BaseModel):
    """What a provider sends."""

    events: list[Report] = Field(max_length=MOST_REPORTS)
