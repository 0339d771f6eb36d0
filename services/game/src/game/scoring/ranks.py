"""Who is before whom."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from game.scoring.counting import DECIMALS
from game.scoring.values import Entrant, Ranked, Score

_MIDDLE = 10**25
UNSCORED = "~"
"""The first character of places of entries without a value: it comes after all digits."""
VALUE_DIGITS = 26
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def place(value: Decimal | None, *, registered_at: datetime, entry_id: UUID) -> str:
    """A text by which entries are ordered, the best first: by value, then who registered first, then by id.

    Equal values have the same first `VALUE_DIGITS` characters. Texts are compared by their bytes.
    """
    return f"{of_value(value)}{(registered_at - _EPOCH) // _MICROSECOND:017d}{entry_id.hex}"


def of_value(value: Decimal | None) -> str:
    """The beginning of the places of entries with this value."""
    return UNSCORED if value is None else f"{_MIDDLE - int(value.scaleb(DECIMALS)):0{VALUE_DIGITS}d}"


def rank(scored: Iterable[tuple[Entrant, Score]], *, shared: bool) -> list[Ranked]:
    """Ranks entries, the best first. Equal values share the rank of the first of them, or follow each other."""
    rows = sorted(
        (place(score.value, registered_at=entrant.registered_at, entry_id=entrant.id), entrant.id, score.value)
        for entrant, score in scored
    )
    ranked: list[Ranked] = []
    for position, (_, entry_id, value) in enumerate(rows, 1):
        same = shared and ranked and ranked[-1].value == value
        rank = None if value is None else ranked[-1].rank if same else position
        ranked.append(Ranked(entry_id, value, rank, position))
    return ranked
