"""Cells: which of them a spreadsheet would change, and which have the same meaning."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from amigok_chassis.spreadsheets import unguarded
from amigok_herd import eid
from farm.livestock import marks

NAMES = frozenset({"farm", "type", "breed"})
"""The columns whose cells may begin with an apostrophe; nothing in the others does."""

_CHANGED_BY_SPREADSHEETS = re.compile(r"'*[0-9]|[A-Za-z]{3,9}[ ._/-]*[0-9]{1,4}$")
"""Cells that begin like a number and would lose digits; a month with a day or a year, in any language."""


def exported(cell: object, decimal_comma: bool) -> object:
    """Returns the cell of a value in a form that a spreadsheet keeps when it opens and saves the file."""
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",") if decimal_comma else cell
    text = str(cell) if isinstance(cell, str | date) else ""
    return f"'{text}" if _CHANGED_BY_SPREADSHEETS.match(text) else cell


def read(column: str, cell: str) -> str:
    """Returns the text of a cell, without the apostrophe that tells a spreadsheet that it is text."""
    text = cell.strip()
    if column not in NAMES:
        return text.removeprefix("'")
    was_guarded = text.startswith("'") and _CHANGED_BY_SPREADSHEETS.match(text[1:])
    return text[1:] if was_guarded else unguarded(text)


def _comparable_eid(cell: str) -> str:
    try:
        return eid.normalise(cell) if len(cell) <= eid.LONGEST else cell
    except eid.InvalidEid:
        return cell


UNIQUE: Mapping[str, Callable[[str], str]] = {
    "tag_number": marks.key,
    "unique_id_card": marks.key,
    "eid": _comparable_eid,
}
"""The columns whose values no two animals share, each with the function that makes spellings comparable."""
