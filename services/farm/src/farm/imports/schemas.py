"""What clients get."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from farm.schemas import Out


class ImportOut(Out):
    """How far an import is. `done` rows are those that were added, refused or there already, of `total`."""

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
    """One thing wrong with a refused row, numbered as a spreadsheet shows it; `column` is null for the whole row."""

    row: int
    column: str | None
    code: str
    reason: str
