"""Names of farms, types, breeds and medicines: two that people read as the same are one name."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column, validates

from amigok_chassis.text import clean, comparable

LONGEST_KEY = 400
"""Characters that a name is compared by: an index takes no more, and some characters stand for a phrase."""

key = comparable


def tidy(name: str) -> str:
    """The name with single spaces. Raises ValueError for one that is compared by too much."""
    tidied = " ".join(name.split())
    if len(key(tidied)) > LONGEST_KEY:
        raise ValueError("a name has no characters that stand for many")
    return tidied


def hides(name: str) -> bool:
    """Whether a name has what nobody can see, or turns the direction of writing."""
    try:
        clean(name)
    except ValueError:
        return True
    return False


class Named:
    """What has a name that no other of its kind has; `name_key` is what names are compared by."""

    name_key: Mapped[str] = mapped_column(Text, deferred=True)

    @validates("name")
    def _compared_by(self, _: str, name: str) -> str:
        self.name_key = key(name)
        return name
