"""Files to import."""

import csv
import io
from typing import Any

COLUMNS = "farm,type,breed,tag_number,unique_id_card,eid,sex,date_of_birth,weight_kg,price_per_kg,currency"


def row(number: int, **changes: str) -> dict[str, str]:
    """The cells of a Merino ewe by column."""
    cells = {
        "farm": "Göynük Farm",
        "type": "Sheep",
        "breed": "Merino",
        "tag_number": f"T{number:05}",
        "unique_id_card": f"C{number:05}",
        "sex": "female",
        "date_of_birth": "2024-03-01",
        "weight_kg": "62.50",
        "price_per_kg": "4.80",
        "currency": "USD",
    }
    return cells | changes


def table(*rows: dict[str, str], delimiter: str = ",") -> str:
    """A CSV file of these rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS.split(","), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def counts(done: dict[str, Any]) -> dict[str, int]:
    """What an import counted of each outcome."""
    return {name: done[name] for name in ("added", "refused", "already_there")}
