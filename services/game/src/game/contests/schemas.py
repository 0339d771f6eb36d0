"""Contests over HTTP."""

from datetime import datetime
from itertools import pairwise
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, LongName, Name, NearMoment, Out, Prose, Version
from amigok_contracts import Money
from game.contests.models import Contest, Type
from game.contests.prizes import Prize, Prizes
from game.contests.rules import Rules
from game.scoring.published import MEASURES, MONEY

State = Literal["draft", "registration_open", "active", "judging", "completed", "cancelled"]


class Terms(In):
    """What a contest is about, who may enter, what it costs and what can be won.

    Without `registration_opens_at` it stays a draft until somebody opens it. Judges enter their marks until
    `judging_ends_at` and reveal them until `reveal_ends_at`; contests without judges have neither.
    """

    title: LongName = Field(examples=["Heaviest gain of the spring"])
    description: Prose = Field("", examples=["Which sheep gains most in a month?"])
    sponsor: Name | None = Field(None, examples=["Mill of Bornova"])
    rules: Rules
    rules_text: Prose = Field(examples=["Animals are weighed by the farm's staff."])
    prizes: Prizes = ()
    entry_fee: MoneyIn | None = None
    registration_opens_at: NearMoment | None = None
    registration_closes_at: NearMoment
    starts_at: NearMoment
    ends_at: NearMoment
    judging_ends_at: NearMoment | None = None
    reveal_ends_at: NearMoment | None = None
    appeal_days: Annotated[int, Field(ge=0, le=60, strict=True)] = 7

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        times = [self.registration_opens_at, self.registration_closes_at]
        _require_order([*times, self.starts_at], strictly=False)
        _require_order([self.starts_at, self.ends_at, self.judging_ends_at, self.reveal_ends_at], strictly=True)
        if times[0] == times[1]:
            raise ValueError("registration is open for some time")
        has_judges = self.rules.scoring.kind == "beauty"
        if any((each is not None) != has_judges for each in (self.judging_ends_at, self.reveal_ends_at)):
            raise ValueError("contests with judges, and only these, have times for judging")
        return self

    @model_validator(mode="after")
    def _can_be_paid(self) -> Self:
        if self.entry_fee is not None and self.entry_fee.minor <= 0:
            raise ValueError("a fee is more than zero")
        return self

    def values(self) -> dict[str, Any]:
        """Its columns."""
        fee = self.entry_fee
        own = self.model_dump(exclude={"rules", "prizes", "entry_fee", "version"})
        return own | {
            "type": self.rules.scoring.kind,
            "rules": self.rules.model_dump(mode="json"),
            "places": self.rules.places,
            "prizes": [prize.model_dump(mode="json") for prize in self.prizes],
            "entry_fee": fee.minor if fee else 0,
            "fee_currency": fee.currency if fee else None,
        }


def _require_order(times: list[datetime | None], *, strictly: bool) -> None:
    known = [each for each in times if each is not None]
    if any(one > other or (strictly and one == other) for one, other in pairwise(known)):
        raise ValueError("the times of a contest follow each other")


class ContestIn(Terms):
    """A new contest."""


class ContestChange(Terms):
    """The whole contest as it is to be."""

    version: Version


class ContestOut(Out):
    """A contest. `places_taken` of its `places` are taken. `started_at` and `ended_at` are when it really did."""

    id: UUID
    version: int
    state: State
    type: Type
    title: str = Field(examples=["Heaviest gain of the spring"])
    description: str = Field(examples=["Which sheep gains most in a month?"])
    sponsor: str | None = Field(examples=["Mill of Bornova"])
    entry_fee: Money | None
    prizes: list[Prize]
    places: int
    places_taken: int
    registration_opens_at: AwareDatetime | None
    registration_closes_at: AwareDatetime
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    judging_ends_at: AwareDatetime | None
    reveal_ends_at: AwareDatetime | None
    appeal_days: int
    opened_at: AwareDatetime | None
    started_at: AwareDatetime | None
    ended_at: AwareDatetime | None
    announced_at: AwareDatetime | None
    completed_at: AwareDatetime | None
    cancelled_at: AwareDatetime | None
    cancel_reason: str | None = Field(examples=["too_few_entries"])

    @classmethod
    def of(cls, contest: Contest) -> Self:
        derived = {"entry_fee": contest.fee, "prizes": contest.prize_table}
        kept = {name: getattr(contest, name) for name in cls.model_fields if name not in derived}
        return cls(**kept, **derived)


class RulesOut(Out):
    """The rules of a contest, as text and as data, and what was frozen when it started.

    `frozen_hash` is SHA-256 of the terms and the entries at the start. `measures` are what formulas are made of.
    """

    contest_id: UUID
    version: int
    rules_text: str = Field(examples=["Animals are weighed by the farm's staff."])
    rules: Rules
    prizes: list[Prize]
    frozen_at: AwareDatetime | None
    frozen_hash: str | None = Field(examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
    scoring_version: int | None
    measures: dict[str, str] = Field(examples=[{"weight_gain": "Gain a day between them, in kg."}])

    @classmethod
    def of(cls, contest: Contest) -> Self:
        measures = MEASURES | MONEY if contest.type == "custom" else {}
        names = ("version", "rules_text", "frozen_at", "frozen_hash", "scoring_version")
        kept = {name: getattr(contest, name) for name in names}
        return cls(contest_id=contest.id, rules=contest.terms, prizes=contest.prize_table, measures=measures, **kept)
