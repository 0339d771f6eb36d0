"""What is possible for the birth and the parents of an animal."""

from datetime import date, timedelta
from typing import NamedTuple, get_args
from uuid import UUID

from farm.livestock.models import Livestock, Sex
from farm.pedigree.errors import BornInFuture, BornTooEarly, UnfitParent

LONGEST_LIFE = timedelta(days=60 * 365)
"""Ostriches and donkeys may live fifty years; nothing on a farm lives more than sixty."""


class Parents(NamedTuple):
    """The parents of an animal. `birth_dam_id` bore it; after an embryo transfer that is not the genetic dam."""

    genetic_dam_id: UUID | None = None
    sire_id: UUID | None = None
    birth_dam_id: UUID | None = None

    @property
    def known(self) -> dict[str, UUID]:
        """The parents that are known, by role."""
        return {role: parent for role, parent in self._asdict().items() if parent is not None}


def sex_of(role: str) -> Sex:
    """Returns the sex that a parent in this role has."""
    male, female = get_args(Sex)
    sex: Sex = male if role == "sire_id" else female
    return sex


def check_birth(date_of_birth: date | None, *, registered_on: date) -> None:
    """Raises BornInFuture if the animal would be registered before its birth, or BornTooEarly."""
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
