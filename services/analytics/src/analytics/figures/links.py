"""Links from figures to the rows that they are made of."""

from datetime import datetime
from urllib.parse import urlencode


def link(path: str, **asked: object) -> str:
    """A path with the parameters of a question, without those that are not given."""
    given = {name: _text(value) for name, value in asked.items() if value}
    return f"{path}?{urlencode(given, doseq=True)}"


def _text(value: object) -> object:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value
