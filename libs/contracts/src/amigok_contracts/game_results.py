"""What the game publishes about the end of contests: judges, results, appeals and prizes."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.money_requests import Purpose, RewardRequest
from amigok_contracts.values import known, like

PRIZE = "game.prize"
"""The purpose of prizes in money; the reference is the award."""

Head = Annotated[str, like("9f2c1f0f6a5f1d6b1a3f0f4b7a1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c")]
"""The digest of the last record of a result, in hexadecimal: it stands for all of it."""

PrizeKind = Annotated[str, known("cash", "discount", "free_service", "badge", "custom")]

WithheldReason = Annotated[
    str, known("suspicion", "fee_disputed", "account_inactive", "account_deleted", "not_verified", "disqualified")
]
"""Why a prize is not given now: a stable code."""


class JudgeInvited(Event, type="game.judge.invited", aggregate="judge_id"):
    """Somebody is asked to judge a contest."""

    judge_id: UUID
    contest_id: UUID
    user_id: UUID
    commit_until: AwareDatetime


class ContestAnnounced(Event, type="game.contest.announced", aggregate="contest_id", public=True):
    """The result of a contest is known. Entrants may appeal until `appeals_until`; prizes follow after that."""

    contest_id: UUID
    result_number: int
    head: Head
    entries: int
    appeals_until: AwareDatetime


class ResultCorrected(Event, type="game.result.corrected", aggregate="contest_id", public=True):
    """A result took the place of the one before, because of an appeal or of a suspicion that was upheld."""

    contest_id: UUID
    result_number: int
    supersedes_number: int
    head: Head
    cause: Annotated[str, known("appeal", "suspicion")]


class ContestCompleted(Event, type="game.contest.completed", aggregate="contest_id", public=True):
    """The time for appeals is over: this result is final, and its prizes are given."""

    contest_id: UUID
    result_number: int
    head: Head


class AppealFiled(Event, type="game.appeal.filed", aggregate="appeal_id"):
    """An entrant says that the result is wrong."""

    appeal_id: UUID
    contest_id: UUID
    entry_id: UUID
    entrant_id: UUID


class AppealDecided(Event, type="game.appeal.decided", aggregate="appeal_id"):
    """An administrator who is no party to it has decided an appeal. If it is upheld, a corrected result follows."""

    appeal_id: UUID
    contest_id: UUID
    entry_id: UUID
    entrant_id: UUID
    decision: Annotated[str, known("upheld", "rejected")]


class PrizeAwarded(Event, type="game.prize.awarded", aggregate="award_id"):
    """An animal won a prize of a final result: its owner gets it."""

    award_id: UUID
    contest_id: UUID
    livestock_id: UUID
    owner_id: UUID
    rank: int
    kind: PrizeKind


class PrizeWithheld(Event, type="game.prize.withheld", aggregate="award_id"):
    """A prize is not given while its reason stands. What is never given by the time that the rules say is forfeited."""

    award_id: UUID
    contest_id: UUID
    owner_id: UUID
    reason: WithheldReason


class PrizeForfeited(Event, type="game.prize.forfeited", aggregate="award_id"):
    """Nobody gets this prize: it was withheld for too long, or its entry was disqualified."""

    award_id: UUID
    contest_id: UUID
    owner_id: UUID
    reason: WithheldReason


class PrizeRewardRequested(RewardRequest, Event, type="game.prize_reward.requested", aggregate="reference_id"):
    """A prize in money is due: the platform pays it."""

    purpose: Purpose = PRIZE
    contest_id: UUID
    livestock_id: UUID
    rank: int


class EntitlementGranted(Event, type="game.entitlement.granted", aggregate="entitlement_id"):
    """A prize that is no money: its owner may claim `what` until `expires_at`. Null: it does not expire."""

    entitlement_id: UUID
    contest_id: UUID
    owner_id: UUID
    kind: Annotated[PrizeKind, known("discount", "free_service", "badge", "custom")]
    what: Annotated[str, like("A free checkup")]
    expires_at: AwareDatetime | None


class EntitlementCodeIssued(Event, type="game.entitlement.code_issued", aggregate="entitlement_id"):
    """The owner has seen a code of an entitlement, in place of one before. Whoever redeems it compares its SHA-256."""

    entitlement_id: UUID
    owner_id: UUID
    code_digest: Annotated[str, like("5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")]
