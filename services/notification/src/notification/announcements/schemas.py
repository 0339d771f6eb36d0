"""Announcements over HTTP."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Note, Out
from amigok_chassis.text import Line
from notification.people.languages import Language

Role = Literal["investor", "gamer", "admin", "farm_staff", "veterinarian"]


class Words(In):
    """What is told, in one language."""

    title: Annotated[Line, Field(min_length=1, max_length=100)] = Field(examples=["The market is open"])
    text: Note = Field(examples=["From Monday you can buy at night, too."])


class Texts(In):
    """The same in every language."""

    en: Words
    es: Words
    ar: Words

    def of(self, language: str) -> Words:
        """The words in one of them."""
        words: Words = getattr(self, language)
        return words


class Segment(In):
    """Who is told: active users for whom everything holds that is named; without anything, all of them."""

    role: Literal["investor", "gamer", "admin", "farm_staff", "veterinarian"] | None = Field(
        None, examples=["investor"]
    )
    language: Language | None = Field(None, examples=["es"])
    owners_at_farm_id: UUID | None = Field(None, description="Who owns animals that are at this farm")


class AnnouncementIn(In):
    """What is to be told to whom."""

    texts: Texts
    segment: Segment


class RecipientsOut(Out):
    """How many users a segment has now."""

    recipients: int = Field(examples=[10000])


class AnnouncementOut(Out):
    """An announcement and how far it is. `told` are those who had not been told it before."""

    id: UUID
    state: Literal["sending", "completed", "cancelled"]
    texts: Texts
    segment: Segment
    recipients: int = Field(examples=[10000])
    told: int = Field(examples=[2500])
    approved_by: UUID
    created_at: datetime
    ended_at: datetime | None
