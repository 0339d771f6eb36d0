"""Runs of reports over HTTP."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from amigok_chassis.schemas import In, Out
from analytics.custom_reports.schemas import Format


class RunIn(In):
    """In which format; that of the report, if nothing is said."""

    format: Format | None = None


class RunOut(Out):
    """A run: `rows_done` of `rows_total` are written; that is null until they are counted.

    `as_of` is up to when facts are in it; it is `stale` where the books of a service differed from them.
    """

    id: UUID
    report_id: UUID
    name: str = Field(examples=["Feed by month"])
    format: Format
    scheduled: bool
    state: Literal["asked", "making", "ready", "failed", "cancelled", "expired"]
    reason: str | None = Field(examples=["query_too_costly"])
    rows_done: int
    rows_total: int | None
    bytes: int | None
    as_of: AwareDatetime | None
    stale: bool | None
    created_at: AwareDatetime
    ended_at: AwareDatetime | None
    kept_until: AwareDatetime | None
