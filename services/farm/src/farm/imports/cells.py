"""Cells: which of them a spreadsheet would change, and which say the same."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from amigok_chassis.spreadsheets import unguarded
from farm import eid, marks

NAMES = frozenset({"farm", "type", "breed"})
"""Their columns hold what begins as people please; nothing in the others begins with an apostrophe."""

_TAKEN_FOR_ANOTHER = re.compile(r"'*[0-9]|[A-Za-z]{3,9}[ ._/-]*[0-9]{1,4}$")
"""What begins as a number, and loses digits; a month with a day or a year, in any language."""


def exported(cell: object, decimal_comma: bool) -> object:
    """The cell of a value, which a spreadsheet that opens and saves the file leaves as it is."""
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",") if decimal_comma else cell
    text = str(cell) if isinstance(cell, str | date) else ""
    return f"'{text}" if _TAKEN_FOR_ANOTHER.match(text) else cell


def read(column: str, cell: str) -> str:
    """The text of a cell, without what tells a spreadsheet that it is text."""
    text = cell.strip()
    if column not in NAMES:
        return text.removeprefix("'")
    was_guarded = text.startswith("'") and _TAKEN_FOR_ANOTHER.match(text[1:])
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
"""The columns that no two animals share, and what is equal for two spellings of one value."""
