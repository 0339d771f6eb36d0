"""CSV for spreadsheets: in UTF-8 that they recognise, and with no cell that they take for a formula."""

import csv
import io
import re
from collections.abc import AsyncIterable, Iterable
from typing import Any

from fastapi.responses import StreamingResponse

BOM = "\ufeff"
"""What a file begins with; without it spreadsheets do not take it for UTF-8."""

RESPONSES: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}
"""What a route that answers with `download` says in its schema."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: an apostrophe in front."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text of a cell that may have been guarded."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def lines(rows: Iterable[Iterable[object]], *, delimiter: str = ",") -> str:
    """Rows as CSV (RFC 4180); None is an empty cell, text is guarded, numbers stand as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()


def download(chunks: AsyncIterable[str], name: str) -> StreamingResponse:
    """A file that comes in chunks."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(chunks, media_type="text/csv; charset=utf-8", headers=headers)
