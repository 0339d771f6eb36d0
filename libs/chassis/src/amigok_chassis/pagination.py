"""Keyset pages: `?limit=&cursor=` gives `{"items": [...], "next_cursor": ...}`, the last as fast as the first."""

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Depends
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from sqlalchemy import Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis.errors import DomainError
from amigok_chassis.problems import raising
from amigok_chassis.schemas import In
from amigok_chassis.unit_of_work import UnitOfWork

T = TypeVar("T")


class InvalidCursor(DomainError):
    """The cursor is not one of this list's."""

    status, code = 422, "invalid_cursor"


class Page(BaseModel, Generic[T]):
    """One page of a list; `next_cursor` is null on the last."""

    items: list[T]
    next_cursor: str | None = None


class Paging(BaseModel):
    """Which page a client asks for."""

    limit: int
    cursor: str | None

    def after(self, *types: type) -> tuple[Any, ...] | None:
        """The key of the last row of the page before, one value per type. Raises InvalidCursor."""
        if self.cursor is None:
            return None
        try:
            values = json.loads(base64.urlsafe_b64decode(self.cursor.encode() + b"=="))
            if not isinstance(values, list) or len(values) != len(types):
                raise ValueError
            return tuple(TypeAdapter(kind).validate_python(value) for kind, value in zip(types, values, strict=True))
        except (ValueError, ValidationError, binascii.Error, RecursionError) as error:
            raise InvalidCursor from error


_Limit = Annotated[int, Field(ge=1, le=100, description="Rows per page")]
_Cursor = Annotated[str | None, Field(max_length=500, description="`next_cursor` of the page before")]


@raising(InvalidCursor)
async def _paging(limit: _Limit = 50, cursor: _Cursor = None) -> Paging:
    return Paging(limit=limit, cursor=cursor)


PageRequest = Annotated[Paging, Depends(_paging)]
"""For lists that have no filters. Filters are `Paged`: what they do not know is refused, a page of its own, too."""


class Paged(In):
    """Filters of a list, with the page that is asked for."""

    limit: _Limit = 50
    cursor: _Cursor = None

    @property
    def paging(self) -> Paging:
        return Paging(limit=self.limit, cursor=self.cursor)

    @property
    def given(self) -> dict[str, Any]:
        """The filters that were given, by name."""
        return self.model_dump(exclude_none=True, exclude={"limit", "cursor"})


def encode(*values: Any) -> str:
    """The cursor that stands for a row with this key."""
    text = json.dumps([str(value) if isinstance(value, UUID | date) else value for value in values])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


async def paginate(
    db: UnitOfWork,
    query: Select[Any],
    paging: Paging,
    *,
    key: Sequence[InstrumentedAttribute[Any]],
    descending: bool = True,
) -> tuple[list[Any], str | None]:
    """Runs `query` for one page ordered by `key` (unique, ends in the id). Returns entities and the next cursor."""
    after = paging.after(*(column.type.python_type for column in key))
    if after is not None:
        row = tuple_(*key)
        query = query.where(row < after if descending else row > after)
    order = [column.desc() if descending else column.asc() for column in key]
    rows = list((await db.scalars(query.order_by(*order).limit(paging.limit + 1))).all())
    if len(rows) <= paging.limit:
        return rows, None
    last = rows[paging.limit - 1]
    return rows[: paging.limit], encode(*(getattr(last, column.key) for column in key))
