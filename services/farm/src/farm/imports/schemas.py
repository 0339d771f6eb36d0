"""Imports over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from amigok_chassis.schemas import Out


class ImportOut(Out):
    """The progress of an import. `done` of `total` rows were added, refused or found to exist already."""

    id: UUID
    status: Literal["running", "finished"]
    dry_run: bool
    total: int
    done: int
    added: int
    refused: int
    already_there: int
    created_at: datetime
    finished_at: datetime | None


class RowErrorOut(Out):
    """One thing that was wrong with a refused row, numbered as in a spreadsheet. A null `column` is the whole row."""

    row: int
    column: str | None
    code: str
    reason: str
