"""Tag numbers and ID cards are compared by their letters and digits, in any case and grouping."""

_SEPARATORS = " ._:/-"
_OUT = str.maketrans("", "", _SEPARATORS)


def tidy(mark: str) -> str:
    """Returns the mark with single spaces in it and none around it."""
    return " ".join(mark.split())


def key(mark: str) -> str:
    """Returns what a mark is compared by.

    >>> key("uk 0123456 00045") == key("UK012345600045")
    True
    """
    return mark.translate(_OUT).upper()


def key_of(column: str) -> str:
    """Returns the SQL of `key` for a column."""
    return f"upper(translate(({column})::text, '{_SEPARATORS}'::text, ''::text))"
