"""What several tables share: the order of locks, and how many keys are asked for."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, any_, literal
from sqlalchemy.orm import InstrumentedAttribute


class Rank(IntEnum):
    """Rows of a lower rank are locked first, and within a rank by id, so that nobody waits for each other."""

    ANIMALS = 1
    CONTESTS = 2
    FACTS = 3
    FOLLOWED = 4
    PLAYERS = 5


def among(column: InstrumentedAttribute[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column has one of many values: as one array, so that a thousand make no longer statement than one."""
    return column == any_(literal(list(values), ARRAY(column.type)))
