"""What use cases say when they tell somebody something."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One fact, and who is told: `source` names the fact within the kind, the same whenever it comes again.

    `data` are the arguments of the kind's template, as JSON. Of one kind and `topic`, what comes `within` that time of
    the first is one group.
    """

    kind: str
    source: str
    user_ids: Collection[UUID]
    data: dict[str, Any]
    topic: str = ""
    within: timedelta = timedelta()
