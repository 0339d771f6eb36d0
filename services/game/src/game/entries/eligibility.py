"""Who may enter a contest, by its rules. Pure: what is known is given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from game.contests.rules import Eligibility

APPROVED = "approved"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What is known of an animal and its owner. What is not known does not meet a condition about it."""

    livestock_type_id: UUID | None
    breed_id: UUID | None
    farm_id: UUID | None
    sex: str | None
    date_of_birth: date | None
    weight_kg: Decimal | None
    owned_since: datetime | None
    kyc: str


def reasons(rules: Eligibility, who: Candidate, *, starts_at: datetime, now: datetime, pays_cash: bool) -> list[str]:
    """Why an animal may not enter, as stable codes; none if it may. Cash prizes are for verified persons only."""
    return [code for code, met in _conditions(rules, who, starts_at, now, pays_cash) if not met]


def _conditions(
    rules: Eligibility, who: Candidate, starts_at: datetime, now: datetime, pays_cash: bool
) -> Iterator[tuple[str, bool]]:
    yield "livestock_type", _among(who.livestock_type_id, rules.livestock_type_ids)
    yield "breed", _among(who.breed_id, rules.breed_ids)
    yield "farm", _among(who.farm_id, rules.farm_ids)
    yield "sex", rules.sex is None or who.sex == rules.sex
    age = None if who.date_of_birth is None else (starts_at.date() - who.date_of_birth).days
    yield "age", _between(age, rules.least_age_days, rules.most_age_days)
    yield "weight", _between(who.weight_kg, rules.least_kg, rules.most_kg)
    owned = None if who.owned_since is None else (now - who.owned_since).days
    yield "owned_days", _between(owned, rules.owned_days or None, None)
    yield "kyc", who.kyc == APPROVED or not (rules.kyc or pays_cash)


def _among(value: UUID | None, wanted: tuple[UUID, ...]) -> bool:
    return not wanted or value in wanted


def _between(value: Any, least: Any, most: Any) -> bool:
    """Whether a value lies within bounds that there are; an unknown one lies within none."""
    if least is None and most is None:
        return True
    return value is not None and (least is None or least <= value) and (most is None or value <= most)
