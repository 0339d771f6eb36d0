"""What can be true of an animal's birth and of its parents."""

from datetime import date, timedelta
from typing import NamedTuple, get_args
from uuid import UUID

from farm.errors import BornInFuture, BornTooEarly
from farm.models import Livestock, Sex
from farm.pedigree.errors import UnfitParent

LONGEST_LIFE = timedelta(days=60 * 365)
"""Ostriches and donkeys may see fifty years; nothing on a farm sees more than sixty."""


class Parents(NamedTuple):
    """The animals that one comes from. `birth_dam_id` bore it, which after an embryo transfer is another."""

    genetic_dam_id: UUID | None = None
    sire_id: UUID | None = None
    birth_dam_id: UUID | None = None

    @property
    def known(self) -> dict[str, UUID]:
        return {role: parent for role, parent in self._asdict().items() if parent is not None}


def sex_of(role: str) -> Sex:
    """The sex that a parent in this role has."""
    male, female = get_args(Sex)
    sex: Sex = male if role == "sire_id" else female
    return sex


def check_birth(date_of_birth: date | None, *, registered_on: date) -> None:
    """Raises BornInFuture, for one that would be registered before its birth, and BornTooEarly."""
    if date_of_birth is None:
        return
    if date_of_birth > registered_on:
        raise BornInFuture
    if date_of_birth < registered_on - LONGEST_LIFE:
        raise BornTooEarly


def check_parent(role: str, parent: Livestock, *, livestock_type_id: UUID, date_of_birth: date | None) -> None:
    """Raises UnfitParent with its `parent` (the role) and `reason`: `other_type`, `wrong_sex`, `not_older`."""
    reason = None
    if parent.livestock_type_id != livestock_type_id:
        reason = "other_type"
    elif parent.sex != sex_of(role):
        reason = "wrong_sex"
    elif parent.date_of_birth and date_of_birth and parent.date_of_birth >= date_of_birth:
        reason = "not_older"
    if reason is not None:
        raise UnfitParent(parent=role, reason=reason)
