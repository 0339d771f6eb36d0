"""What scores are computed from, and what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened to an animal, see `game.facts.kinds`. `amount` is in minor units of `currency`."""

    kind: str
    source_id: UUID
    event_id: UUID
    at: datetime
    livestock_id: UUID | None = None
    owner_id: UUID | None = None
    about_id: UUID | None = None
    number: Decimal | None = None
    amount: int | None = None
    currency: str | None = None
    replaces_id: UUID | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Entrant:
    """What scoring knows of an entry: its particulars are those that were frozen at the start.

    What happens from `lost_at` on does not count.
    """

    id: UUID
    livestock_id: UUID
    owner_id: UUID
    registered_at: datetime
    particulars: Mapping[str, Any]
    lost_at: datetime | None = None


@dataclass(frozen=True)
class Window:
    """The time that a contest counts: from its start to before its end."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Score:
    """What an entry comes to, to six decimals; None where the facts do not suffice. `parts` are how, as JSON."""

    value: Decimal | None
    parts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Ranked:
    """The place of an entry, from 1; None without a value. `position` counts on where ranks are shared."""

    entry_id: UUID
    value: Decimal | None
    rank: int | None
    position: int
