"""What analytics publishes: reports that are ready, and figures that differ from the books of others."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.values import known, like

Source = Annotated[str, like("feed")]
"""The name of a service."""
Format = Annotated[str, known("csv", "xlsx", "pdf")]
FailReason = Annotated[str, known("query_too_costly", "too_many_rows", "not_allowed", "failed")]


class ReportReady(Event, type="analytics.report.ready", aggregate="run_id"):
    """A report was made: its file can be downloaded until `kept_until`. `scheduled`: nobody waited for it."""

    run_id: UUID
    report_id: UUID
    user_id: UUID
    format: Format
    rows: int
    scheduled: bool
    kept_until: AwareDatetime


class ReportFailed(Event, type="analytics.report.failed", aggregate="run_id"):
    """A report could not be made, and will not be. `reason` is a stable code."""

    run_id: UUID
    report_id: UUID
    user_id: UUID
    scheduled: bool
    reason: FailReason


class FiguresDisagreed(Event, type="analytics.figures.disagreed", aggregate="source_id"):
    """Figures differ from the books of a service, and not because something is on its way: they are marked as stale.

    `differences` is how many amounts differ. `source_id` follows from the name of the service.
    """

    source_id: UUID
    source: Source
    differences: int
    found_at: AwareDatetime


class FiguresAgreed(Event, type="analytics.figures.agreed", aggregate="source_id"):
    """Figures agree with the books of a service again."""

    source_id: UUID
    source: Source
    found_at: AwareDatetime
