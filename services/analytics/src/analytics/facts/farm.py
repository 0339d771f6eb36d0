"""What the farm tells: which animals there are, whose they are, what they weigh and are worth, how they end."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockParticularsChanged,
    LivestockPriced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockRemoved,
    LivestockWeighed,
)
from amigok_contracts.farm_claims import InsuranceClaimApproved
from amigok_contracts.farm_restated import LivestockRestated
from amigok_contracts.money import Money
from analytics.facts.lines import Movement
from analytics.facts.rows import Fact, Heard, tells

TOLD, RESTATED = 1, 0
"""Ranks: what happened counts for more than what was said again later."""


def _animal(heard: Heard[LivestockRegistered] | Heard[LivestockRestated], at: datetime, *, rank: int = TOLD) -> Fact:
    event = heard.event
    return heard.fact(
        "animals",
        rank=rank,
        livestock_id=event.livestock_id,
        type_id=event.livestock_type_id,
        breed_id=event.breed_id,
        type_name=event.type_name,
        breed_name=event.breed_name,
        sex=event.sex,
        at=at,
    )


def _birth(heard: Heard[Any], born_on: date | None) -> Fact:
    event = heard.event
    return heard.fact("births", rank=event.aggregate_version, livestock_id=event.livestock_id, born_on=born_on)


def _owned(
    heard: Heard[Any], how: str, at: datetime, owner: UUID | None = None, *, rank: int = TOLD, **columns: Any
) -> Fact:
    livestock_id = heard.event.livestock_id
    return heard.fact("ownerships", rank=rank, livestock_id=livestock_id, at=at, owner=owner, how=how, **columns)


def _placed(heard: Heard[Any], at: datetime, farm_id: UUID | None = None, *, rank: int = TOLD) -> Fact:
    return heard.fact("placements", rank=rank, livestock_id=heard.event.livestock_id, at=at, farm_id=farm_id)


def _valued(heard: Heard[Any], how: str, value: Money, at: datetime, source_id: UUID | None = None) -> Fact:
    return heard.fact(
        "valuations",
        livestock_id=heard.event.livestock_id,
        at=at,
        source_id=source_id or heard.id,
        value_minor=value.minor,
        currency=value.currency,
        how=how,
    )


@tells(LivestockRegistered)
def registered(heard: Heard[LivestockRegistered]) -> Iterator[Fact]:
    event = heard.event
    at = event.registered_at or heard.at
    yield _animal(heard, at)
    yield _birth(heard, event.date_of_birth)
    yield _owned(heard, "registered", at, event.owner_id)
    yield _placed(heard, at, event.farm_id)
    yield _valued(heard, "registered", event.value, at, event.livestock_id)
    yield heard.fact(
        "weights",
        livestock_id=event.livestock_id,
        weighing_id=event.livestock_id,
        at=at,
        weight_kg=event.weight_kg,
        is_measured=0,
    )


@tells(LivestockRestated)
def restated(heard: Heard[LivestockRestated]) -> Iterator[Fact]:
    event = heard.event
    yield _animal(heard, event.owned_since, rank=RESTATED)
    yield _birth(heard, event.date_of_birth)
    yield _owned(heard, "restated", event.owned_since, event.owner_id, rank=RESTATED)
    yield _placed(heard, heard.at, event.farm_id if event.gone != "removed" else None, rank=RESTATED)
    yield _valued(heard, "restated", event.value, heard.at)


@tells(LivestockParticularsChanged)
def particulars_changed(heard: Heard[LivestockParticularsChanged]) -> Iterator[Fact]:
    yield _birth(heard, heard.event.date_of_birth)


@tells(LivestockOwnershipTransferred)
def transferred(heard: Heard[LivestockOwnershipTransferred]) -> Iterator[Fact]:
    event = heard.event
    how = "bought" if event.return_id is None else "returned"
    yield _owned(heard, how, event.transferred_at, event.owner_id, order_id=event.order_id)


@tells(LivestockReclaimed)
def reclaimed(heard: Heard[LivestockReclaimed]) -> Iterator[Fact]:
    yield _owned(heard, "reclaimed", heard.event.reclaimed_at)


@tells(LivestockMoved)
def moved(heard: Heard[LivestockMoved]) -> Iterator[Fact]:
    yield _placed(heard, heard.event.moved_at, heard.event.farm_id)


@tells(LivestockRemoved)
def removed(heard: Heard[LivestockRemoved]) -> Iterator[Fact]:
    event = heard.event
    yield _owned(heard, "removed", event.removed_at)
    yield _placed(heard, event.removed_at)
    removal = Movement(
        heard=heard,
        reference_id=event.removal_id,
        purpose="farm.removal_fee",
        livestock_id=event.livestock_id,
        at=event.removed_at,
    )
    yield from removal.paid("removal_fee", event.fee, by=event.previous_owner_id)


@tells(LivestockWeighed)
def weighed(heard: Heard[LivestockWeighed]) -> Iterator[Fact]:
    event = heard.event
    yield heard.fact(
        "weights",
        livestock_id=event.livestock_id,
        weighing_id=event.weighing_id,
        at=event.measured_at,
        weight_kg=event.measured_kg,
        is_measured=1,
        supersedes_id=event.supersedes_id,
    )
    yield _valued(heard, "weighed", event.value, heard.at, event.weighing_id)


@tells(LivestockPriced)
def priced(heard: Heard[LivestockPriced]) -> Iterator[Fact]:
    yield _valued(heard, "priced", heard.event.value, heard.at)


@tells(LivestockDied)
def died(heard: Heard[LivestockDied]) -> Iterator[Fact]:
    event = heard.event
    yield heard.fact(
        "deaths",
        livestock_id=event.livestock_id,
        death_id=event.death_id,
        state="died",
        at=event.died_at,
        owner=event.owner_id,
    )


@tells(LivestockReinstated)
def reinstated(heard: Heard[LivestockReinstated]) -> Iterator[Fact]:
    event = heard.event
    yield heard.fact(
        "deaths",
        livestock_id=event.livestock_id,
        death_id=event.death_id,
        state="reinstated",
        at=heard.at,
        owner=event.owner_id,
    )


@tells(InsuranceClaimApproved)
def insured(heard: Heard[InsuranceClaimApproved]) -> Iterator[Fact]:
    event = heard.event
    claim = Movement(
        heard=heard, reference_id=event.claim_id, purpose="farm.insurance", livestock_id=event.livestock_id
    )
    yield from claim.paid("insurance", event.payout, by=None, to=event.owner_id)


RULES = [
    registered,
    restated,
    particulars_changed,
    transferred,
    reclaimed,
    moved,
    removed,
    weighed,
    priced,
    died,
    reinstated,
    insured,
]
