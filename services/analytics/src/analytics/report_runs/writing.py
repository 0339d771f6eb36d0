"""Files, row by row: none of them is ever in memory as a whole."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from amigok_chassis.spreadsheets import BOM, lines
from analytics.report_runs.cells import Cell, names
from analytics.report_runs.heading import Columns, Heading


class Writer(Protocol):
    """A file that is being written."""

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Adds rows."""

    def close(self) -> None:
        """Ends the file."""


class CsvWriter:
    """CSV (RFC 4180) in UTF-8: the heading, an empty line, the columns, the rows. Text is guarded."""

    def __init__(self, path: Path, heading: Heading, columns: Columns) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._file.write(BOM + lines([*heading.lines, [], names(columns)]))

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._file.write(lines(rows))

    def close(self) -> None:
        self._file.close()


class XlsxWriter:
    """A workbook with the heading on a sheet of its own. Text is text: no cell is a formula or a link."""

    def __init__(self, path: Path, heading: Heading, columns: Columns) -> None:
        self._book = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
        self._book.set_properties({"title": heading.name, "created": heading.made_at.replace(tzinfo=None)})
        bold = self._book.add_format({"bold": True})
        self._formats = [self._book.add_format({"num_format": _FORMATS[kind]}) for _, kind in columns]
        self._sheet = self._book.add_worksheet("Report")
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, max(len(columns) - 1, 0), 18)
        self._about(heading, bold)
        for place, name in enumerate(names(columns)):
            self._sheet.write_string(0, place, name, bold)
        self._row = 1

    def _about(self, heading: Heading, bold: Any) -> None:
        about = self._book.add_worksheet("About")
        about.set_column(0, 0, 24)
        about.set_column(1, 1, 80)
        for row, (name, value) in enumerate(heading.lines):
            about.write_string(row, 0, name, bold)
            about.write_string(row, 1, value)

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        for row in rows:
            for place, cell in enumerate(row):
                self._write(place, cell)
            self._row += 1

    def _write(self, place: int, cell: Cell) -> None:
        """A number of a workbook is a double: exact up to 15 digits."""
        if isinstance(cell, int | Decimal):
            self._sheet.write_number(self._row, place, float(cell), self._formats[place])
        elif cell is not None:
            self._sheet.write_string(self._row, place, cell)

    def close(self) -> None:
        self._book.close()


_FORMATS = {"money": "#,##0.00##", "decimal": "0.000", "integer": "0", "text": "@", "date": "@", "id": "@"}
