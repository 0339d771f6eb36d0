"""Reports, take-downs and appeals over HTTP."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from amigok_chassis.pagination import Paged
from amigok_chassis.schemas import In, Note, Out, Prose, Version
from marketplace.listings.schemas import ListingForAdminOut

ReasonCode = Literal["fraud", "contact_details", "offensive", "misleading", "wrong_animal", "prohibited", "other"]
TakedownState = Literal["appealable", "appealed", "final", "overturned"]


class ListingReportIn(In):
    """What is wrong with a listing."""

    reason: ReasonCode
    note: Prose = Field("", examples=["The photos show another animal."])


class ReviewIn(In):
    """What you decide on a listing that was reported or flagged, in the version that you have read, and why."""

    version: Version
    verdict: Literal["dismissed", "taken_down"]
    reason: ReasonCode = "other"
    note: Note = Field(examples=["The description has a phone number."])


class ListingAppealIn(In):
    """Why the take-down is wrong."""

    text: Note = Field(examples=["The number is the ear tag, not a phone."])


class AppealAnswerIn(In):
    """What you decide on an appeal, and why."""

    decision: Literal["upheld", "overturned"]
    note: Note = Field(examples=["It is the ear tag indeed."])


class ListingReportOut(Out):
    """A report; who made it stays unknown."""

    id: UUID
    reason: str = Field(examples=["misleading"])
    note: str = Field(examples=["The photos show another animal."])
    reported_at: AwareDatetime


class QueuedOut(Out):
    """A listing that waits for a decision: what rules found in its text, and what users report."""

    listing: ListingForAdminOut
    flags: list[str] = Field(examples=[["phone"]])
    reports: list[ListingReportOut]


class TakedownOut(Out):
    """A listing that was taken down, as its seller sees it."""

    id: UUID
    listing_id: UUID
    title: str
    reason: str = Field(examples=["contact_details"])
    note: str = Field(examples=["The description has a phone number."])
    state: TakedownState
    taken_down_at: AwareDatetime
    appeal_until: AwareDatetime
    appeal: str = Field(examples=["The number is the ear tag, not a phone."])
    answer: str = Field(examples=["It is the ear tag indeed."])
    restored_as: UUID | None


class TakedownForAdminOut(TakedownOut):
    """The same as administrators see it."""

    seller_id: UUID
    taken_down_by: UUID
    decided_by: UUID | None


class TakedownFilters(Paged):
    """Which take-downs administrators look for."""

    state: TakedownState | None = None
    listing_id: UUID | None = None
