"""What people did: from identity, and whatever else somebody does themselves."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from amigok_contracts.identity import (
    KycApproved,
    KycSubmitted,
    UserDeactivated,
    UserDeleted,
    UserEmailVerified,
    UserRegistered,
)
from analytics.facts.rows import Fact, Heard, tells


def did(heard: Heard[Any], kind: str, person: UUID, reference_id: UUID, *, role: str = "") -> Fact:
    """Somebody did something, once for each reference."""
    return heard.fact("activity", person=person, kind=kind, reference_id=reference_id, at=heard.at, role=role)


@tells(UserRegistered)
def registered(heard: Heard[UserRegistered]) -> Iterator[Fact]:
    yield did(heard, "registered", heard.event.user_id, heard.event.user_id, role=heard.event.role)


@tells(UserEmailVerified)
def verified(heard: Heard[UserEmailVerified]) -> Iterator[Fact]:
    yield did(heard, "verified", heard.event.user_id, heard.event.user_id, role=heard.event.role)


@tells(KycSubmitted)
def kyc_submitted(heard: Heard[KycSubmitted]) -> Iterator[Fact]:
    yield did(heard, "kyc_submitted", heard.event.user_id, heard.event.submission_id)


@tells(KycApproved)
def kyc_approved(heard: Heard[KycApproved]) -> Iterator[Fact]:
    yield did(heard, "kyc_approved", heard.event.user_id, heard.event.submission_id)


@tells(UserDeactivated)
def deactivated(heard: Heard[UserDeactivated]) -> Iterator[Fact]:
    yield did(heard, "deactivated", heard.event.user_id, heard.id, role=heard.event.role)


@tells(UserDeleted)
def deleted(heard: Heard[UserDeleted]) -> Iterator[Fact]:
    yield did(heard, "deleted", heard.event.user_id, heard.event.user_id, role=heard.event.role)


RULES = [registered, verified, kyc_submitted, kyc_approved, deactivated, deleted]
