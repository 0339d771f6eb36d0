"""Imports, their rows that are not processed yet, and what was wrong with refused rows."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from farm.models import Base


class LivestockImport(Due, Base):
    """One uploaded file. It is finished when each of its rows was added, refused or found to exist already.

    `digest` is the SHA-256 of the file. `places` counts the places that a dry run has taken so far, by farm.
    """

    __tablename__ = "livestock_imports"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    requested_by: Mapped[UUID]
    digest: Mapped[bytes]
    dry_run: Mapped[bool]
    total: Mapped[int]
    added: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    already_there: Mapped[int] = mapped_column(default=0)
    places: Mapped[dict[str, int]] = mapped_column(JSONB, default=dict)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("least(total - 1, added, refused, already_there) >= 0", name="total"),
        CheckConstraint(
            "added + refused + already_there <= total AND "
            "(added + refused + already_there = total) = (finished_at IS NOT NULL)",
            name="finished_at",
        ),
        Index(
            "livestock_imports_running_key",
            "requested_by",
            "digest",
            "dry_run",
            unique=True,
            postgresql_where=text("finished_at IS NULL"),
        ),
        Index(None, "finished_at"),
    )

    @property
    def status(self) -> Literal["running", "finished"]:
        return "running" if self.finished_at is None else "finished"

    @property
    def done(self) -> int:
        return self.added + self.refused + self.already_there

    def count(self, *, added: int, refused: int, already_there: int, now: datetime) -> None:
        """Counts rows that are done; the import's row must be locked."""
        self.added += added
        self.refused += refused
        self.already_there += already_there
        if self.done == self.total:
            self.finished_at = now


class WaitingRow(Base):
    """A row that is not processed yet: its cells by column, and what was wrong with it in the file itself.

    Rows are numbered as a spreadsheet shows them; the header is row 1.
    """

    __tablename__ = "livestock_import_rows"

    import_id: Mapped[UUID] = mapped_column(ForeignKey("livestock_imports.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    cells: Mapped[dict[str, str]] = mapped_column(JSONB)
    flaws: Mapped[list[Any]] = mapped_column(JSONB)


class RowError(Base):
    """One thing that was wrong with a refused row. `column_name` is null if it is the whole row."""

    __tablename__ = "livestock_import_errors"

    import_id: Mapped[UUID] = mapped_column(ForeignKey("livestock_imports.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    column_name: Mapped[str | None] = mapped_column(String(100))
    code: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
