"""Entries over HTTP."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field

from amigok_chassis.schemas import In, Out, Version
from amigok_contracts import Money
from game.contests.models import Contest, Type
from game.contests.schemas import State as ContestState
from game.entries.models import Entry

State = Literal["registered", "admitted", "competing", "lost", "withdrawn", "refused", "disqualified", "cancelled"]
FeeState = Literal["asked", "held", "capturing", "captured", "refunding", "refunded", "refused", "released"]


class EntryIn(In):
    """An animal of yours, and the version of the contest that you have seen: you agree to its rules and its fee."""

    livestock_id: UUID
    contest_version: Version


class EntryOut(Out):
    """An entry. It takes part when the contest starts and it is `admitted`. `reason` says why it does not.

    Where the wallet refused the fee, that is the wallet's code.
    """

    id: UUID
    contest_id: UUID
    contest_version: int
    livestock_id: UUID
    state: State
    reason: str | None = Field(examples=["insufficient_funds"])
    fee: Money | None
    fee_state: FeeState | None
    registered_at: AwareDatetime
    lost_at: AwareDatetime | None

    @classmethod
    def of(cls, entry: Entry) -> Self:
        kept = {name: getattr(entry, name) for name in cls.model_fields if name != "fee"}
        return cls(fee=entry.money, **kept)


class ParticipantOut(EntryOut):
    """An entry, as administrators see it."""

    owner_id: UUID


class MyEntryOut(EntryOut):
    """An entry of yours, with its contest."""

    contest_title: str = Field(examples=["Heaviest gain of the spring"])
    contest_type: Type
    contest_state: ContestState

    @classmethod
    def with_contest(cls, entry: Entry, contest: Contest) -> Self:
        about = {"contest_title": contest.title, "contest_type": contest.type, "contest_state": contest.state}
        return cls(**EntryOut.of(entry).model_dump(), **about)
