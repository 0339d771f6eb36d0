"""What game publishes of contests: when they open, start and end, who enters, and what it asks of wallet and farm.

The fee of an entry asks the wallet by three events, under the purpose `ENTRY` with the entry's id as the reference:
hold it, capture it when the contest starts, release it. A fee that was captured is paid back under `REFUND`.
"""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money
from amigok_contracts.money_requests import (
    CaptureRequest,
    HoldRequest,
    Purpose,
    ReleaseRequest,
    RewardRequest,
    Share,
)
from amigok_contracts.sale_blocks import BlockEnd, BlockReason, BlockRequest
from amigok_contracts.values import known, like

ENTRY = "game.entry"
"""The purpose of holds of entry fees."""

REFUND = "game.entry_refund"
"""The purpose of rewards that pay captured entry fees back."""

CONTEST = "contest"
"""The reason of the sale block while an animal takes part in a contest that forbids its sale."""

ContestType = Annotated[str, known("weight_gain", "beauty", "profit", "consistency", "custom")]
Title = Annotated[str, like("Heaviest gain of the spring")]
Hash = Annotated[str, like("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
"""SHA-256, in hexadecimal."""

EntryEndReason = Annotated[
    str,
    known(
        "withdrawn",
        "not_admitted",
        "fee_refused",
        "fee_expired",
        "not_held",
        "account_inactive",
        "kyc_needed",
        "sold",
        "died",
        "removed",
        "account_deleted",
    ),
]
"""Why an entry does not take part, or no longer: a stable code."""


class ContestOpened(Event, type="game.contest.opened", aggregate="contest_id", public=True):
    """Owners may enter their animals, until registration closes. The terms are those of this `contest_version`."""

    contest_id: UUID
    contest_version: int
    contest_type: ContestType
    title: Title
    entry_fee: Money | None
    registration_closes_at: AwareDatetime
    starts_at: AwareDatetime
    ends_at: AwareDatetime


class ContestChanged(Event, type="game.contest.changed", aggregate="contest_id", public=True):
    """The terms of an open contest that nobody has entered yet are others now."""

    contest_id: UUID
    contest_version: int
    contest_type: ContestType
    title: Title
    entry_fee: Money | None
    registration_closes_at: AwareDatetime
    starts_at: AwareDatetime
    ends_at: AwareDatetime


class ContestStarted(Event, type="game.contest.started", aggregate="contest_id", public=True):
    """The contest runs. Its terms and its entries are frozen: `frozen_hash` is their hash, and does not change.

    Scores are computed by the code of `scoring_version`, from what happens from `started_at` to before the end.
    """

    contest_id: UUID
    contest_version: int
    contest_type: ContestType
    entries: Annotated[int, like(200)]
    frozen_hash: Hash
    scoring_version: Annotated[int, like(1)]
    started_at: AwareDatetime
    ends_at: AwareDatetime


class ContestEnded(Event, type="game.contest.ended", aggregate="contest_id", public=True):
    """What happens from now on does not count any more. The results are not announced yet."""

    contest_id: UUID
    contest_type: ContestType
    ended_at: AwareDatetime


class ContestCancelled(Event, type="game.contest.cancelled", aggregate="contest_id", public=True):
    """Nobody wins. Fees are given back, and animals may be sold again."""

    contest_id: UUID
    contest_type: ContestType
    reason: Annotated[str, known("withdrawn", "too_few_entries", "too_late", "no_result")]


class EntryRegistered(Event, type="game.entry.registered", aggregate="entry_id"):
    """An owner enters an animal. It takes part once its fee is held and it is admitted."""

    entry_id: UUID
    contest_id: UUID
    contest_version: int
    livestock_id: UUID
    owner_id: UUID
    fee: Money | None
    registered_at: AwareDatetime


class EntryAdmitted(Event, type="game.entry.admitted", aggregate="entry_id"):
    """The animal takes part when the contest starts."""

    entry_id: UUID
    contest_id: UUID
    livestock_id: UUID
    owner_id: UUID


class EntryRefused(Event, type="game.entry.refused", aggregate="entry_id"):
    """The animal does not take part. Nothing of the fee is taken."""

    entry_id: UUID
    contest_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: EntryEndReason


class EntryWithdrawn(Event, type="game.entry.withdrawn", aggregate="entry_id"):
    """The animal does not take part any more: its owner wants it so, or has lost it."""

    entry_id: UUID
    contest_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: EntryEndReason


class EntryLost(Event, type="game.entry.lost", aggregate="entry_id"):
    """Whoever entered the animal has lost it while the contest runs. What happens from then on does not count.

    The rules say whether the entry keeps its score (`scored`) or leaves at the end (`withdrawn`).
    """

    entry_id: UUID
    contest_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: EntryEndReason
    lost_at: AwareDatetime
    fate: Annotated[str, known("scored", "withdrawn")]


class EntryRecovered(Event, type="game.entry.recovered", aggregate="entry_id"):
    """The report of the animal's death was wrong: it takes part again."""

    entry_id: UUID
    contest_id: UUID
    livestock_id: UUID
    owner_id: UUID


class EntryHoldRequested(HoldRequest, Event, type="game.entry.hold_requested", aggregate="reference_id"):
    """The fee of an entry is to be set aside until the contest starts."""

    purpose: Purpose = ENTRY
    contest_id: UUID


class EntryCaptureRequested(CaptureRequest, Event, type="game.entry.capture_requested", aggregate="reference_id"):
    """The contest has started with the entry: its fee is to be taken."""

    purpose: Purpose = ENTRY
    shares: Annotated[
        tuple[Share, ...], like([{"amount": {"amount": "5.00", "currency": "USD"}, "payee_id": None, "fee": "entry"}])
    ]
    contest_id: UUID


class EntryReleaseRequested(ReleaseRequest, Event, type="game.entry.release_requested", aggregate="reference_id"):
    """The entry does not take part: its fee is its owner's again."""

    purpose: Purpose = ENTRY
    reason: Annotated[EntryEndReason, known("withdrawn", "contest_cancelled")]
    contest_id: UUID


class EntryRefundRequested(RewardRequest, Event, type="game.entry.refund_requested", aggregate="reference_id"):
    """The contest was cancelled after the fee of an entry was taken: it is to be paid back.

    The reference is the entry.
    """

    purpose: Purpose = REFUND
    contest_id: UUID


class EntrySaleBlocked(BlockRequest, Event, type="game.entry.sale_blocked", aggregate="source_id"):
    """The animal takes part in a contest that forbids its sale. `source_id` is the entry."""

    block_reason: BlockReason = CONTEST
    contest_id: UUID


class EntrySaleBlockEnded(BlockEnd, Event, type="game.entry.sale_block_ended", aggregate="source_id"):
    """The contest has ended for the animal: it may be sold."""

    block_reason: BlockReason = CONTEST
    contest_id: UUID


class GameBooksStated(Books, Event, type="game.books.stated", aggregate="window_id"):
    """What game has settled: fees that were captured (`capture`, all of it the platform's `fee`), and what it paid
    (`reward`)."""

    kinds = frozenset({"capture", "fee", "reward"})


class GameDeletionChecked(DeletionChecked, Event, type="game.user.deletion_checked", aggregate="user_id"):
    """Whether game keeps a user from being deleted: `contests` that they take part in, `prizes` that are not given."""
