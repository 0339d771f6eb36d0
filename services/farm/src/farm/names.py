"""Names of farms, types, breeds and medicines: two that people read as the same are one name."""

from amigok_chassis.text import clean, comparable

LONGEST_KEY = 400
"""Characters that a name is compared by; those that stand for a whole phrase would make it longer than an index takes."""

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
