"""The file: its columns, its rows, and what can be checked without knowing any animal.

A column has the name of the field of `LivestockIn` that it fills. Farm, breed and type are given by name or id, the
price in two columns. Cells that a spreadsheet would change have an apostrophe in front in an export
(`farm.imports.cells`), which the import removes.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from uuid import UUID

from pydantic import ValidationError

from farm.imports import cells as texts
from farm.imports.errors import EmptyImport, MalformedCsv, NotUtf8, TooManyRows, WrongColumns
from farm.livestock.models import Livestock
from farm.livestock.schemas import LivestockIn
from farm.pedigree.rules import Parents

MAX_ROWS = 20_000
LONGEST_HEADER = 10_000
"""Characters; no header of an import is longer."""

_APART = {"farm_id", "breed_id", "price_per_kg", *Parents._fields}
FIELDS = tuple(name for name in LivestockIn.model_fields if name not in _APART)
"""The columns that are fields of `LivestockIn` without change."""

COLUMNS = ("farm", "type", "breed", *FIELDS, "price_per_kg", "currency")
_REQUIRED = {"farm", "breed", "price_per_kg", "currency"} | {
    name for name in FIELDS if LivestockIn.model_fields[name].is_required()
}

_PRICE = {"amount": "price_per_kg", "currency": "currency"}
_DECIMALS = ("weight_kg", "price_per_kg")
_THOUSANDS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
"""No number in a file has three decimals, so this may be a thousand times as much."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True)
class Flaw:
    """Something wrong with a row; `column` is None if it is the whole row."""

    column: str | None
    code: str
    reason: str


@dataclass(frozen=True)
class Row:
    """The filled cells of a row by column. `number` is the row's number in a spreadsheet."""

    number: int
    cells: Mapping[str, str]
    flaws: list[Flaw] = field(default_factory=list)


def read(content: bytes) -> list[Row]:
    """Returns the rows of a CSV file in UTF-8 with `,` or `;` between cells; files with `;` may have decimal commas.

    Raises NotUtf8, MalformedCsv, WrongColumns, EmptyImport, TooManyRows.
    """
    text = _decoded(content)
    delimiter = max(",;", key=lambda each: _columns_found(text, each))
    header = _checked(_header(text, delimiter))
    rows = list(islice(_rows(text, delimiter, header), MAX_ROWS + 1))
    if not rows:
        raise EmptyImport
    if len(rows) > MAX_ROWS:
        raise TooManyRows(f"An import takes up to {MAX_ROWS} rows.")
    _name_duplicates(rows)
    return rows


def cells(animal: Livestock) -> dict[str, object]:
    """Returns the cells of an animal that is loaded with its farm, breed and type, as an import has them."""
    return {
        "farm": animal.farm.name,
        "type": animal.breed.type.name,
        "breed": animal.breed.name,
        **{name: getattr(animal, name) for name in FIELDS},
        "price_per_kg": animal.price_per_kg.amount,
        "currency": animal.currency,
    }


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8(f"Byte {error.start + 1} is not UTF-8; save the file as CSV UTF-8.") from error
    if "\0" in text:
        raise NotUtf8("The file has characters that no text has; save it as CSV UTF-8.")
    return text


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise MalformedCsv(f"Line {reader.line_num}: {error}.") from error


def _header(text: str, delimiter: str) -> list[str]:
    first = next(_records(text[:LONGEST_HEADER], delimiter), [])
    return [cell.strip().lower().replace(" ", "_") for cell in first]


def _columns_found(text: str, delimiter: str) -> int:
    try:
        return len(set(_header(text, delimiter)) & set(COLUMNS))
    except MalformedCsv:
        return 0


def _checked(header: list[str]) -> list[str]:
    """Returns the header. Columns without a name must be empty and are ignored."""
    problems = {
        "unknown": sorted({name[:100] for name in header if name and name not in COLUMNS})[:20],
        "missing": sorted(_REQUIRED - set(header)),
        "repeated": sorted({name for name in COLUMNS if header.count(name) > 1}),
    }
    if any(problems.values()):
        raise WrongColumns(f"The columns are {', '.join(COLUMNS)}.", **problems)
    return header


def _rows(text: str, delimiter: str, header: list[str]) -> Iterator[Row]:
    for number, record in enumerate(islice(_records(text, delimiter), 1, None), 2):
        if any(map(str.strip, record)):
            row = _row(number, header, record)
            yield _with_points(row) if delimiter == ";" else row


def _row(number: int, header: list[str], record: list[str]) -> Row:
    filled = [(name, cell) for name, cell in zip(header, record, strict=False) if cell.strip()]
    row = Row(number, {name: read for name, cell in filled if name and (read := texts.read(name, cell))})
    if not all(name for name, _ in filled) or any(map(str.strip, record[len(header) :])):
        row.flaws.append(Flaw(None, "too_many_cells", "the row has cells in columns without a name"))
    return row


def _with_points(row: Row) -> Row:
    """Returns a row of a file with decimal commas, with points in its numbers."""
    written = {name: row.cells[name] for name in _DECIMALS if name in row.cells}
    flaws = [
        Flaw(
            name,
            "ambiguous",
            "this may be a thousand times as much: write 1250,00 without a separator",
        )
        for name, cell in written.items()
        if _THOUSANDS.fullmatch(cell)
    ]
    points = {name: cell.replace(",", ".") for name, cell in written.items() if "." not in cell}
    return Row(row.number, {**row.cells, **points}, [*row.flaws, *flaws])


def _name_duplicates(rows: list[Row]) -> None:
    for column, comparable in texts.UNIQUE.items():
        first: dict[str, int] = {}
        for row in rows:
            if cell := row.cells.get(column):
                number = first.setdefault(comparable(cell), row.number)
                if number != row.number:
                    row.flaws.append(Flaw(column, "duplicate_in_file", f"row {number} has the same {column}"))


def animal(cells: Mapping[str, str], *, farm_id: UUID, breed_id: UUID) -> LivestockIn | list[Flaw]:
    """Returns the animal that a row describes, validated as a request is, or what is wrong with the cells."""
    price = {part: cells[name] for part, name in _PRICE.items() if name in cells}
    body = {name: cells[name] for name in FIELDS if name in cells}
    try:
        found = LivestockIn.model_validate({**body, "farm_id": farm_id, "breed_id": breed_id, "price_per_kg": price})
    except ValidationError as error:
        return [_flaw(each["loc"], each["type"], each["msg"]) for each in error.errors()]
    born = cells.get("date_of_birth", "")
    if born and not _DATE.fullmatch(born):
        return [Flaw("date_of_birth", "invalid", "a date is written as 2024-03-01")]
    return found


def _flaw(location: tuple[int | str, ...], kind: str, message: str) -> Flaw:
    column = "currency" if location[-1] == "currency" else str(location[0])
    return Flaw(column, "missing" if kind == "missing" else "invalid", message.removeprefix("Value error, "))
