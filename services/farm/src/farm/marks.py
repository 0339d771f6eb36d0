"""Tags and ID cards as people read them: letters and digits, in any case and grouping."""

_SEPARATORS = " ._:/-"
_OUT = str.maketrans("", "", _SEPARATORS)


def tidy(mark: str) -> str:
    """The mark with single spaces in it and none around it."""
    return " ".join(mark.split())


def key(mark: str) -> str:
    """What is equal for two spellings of one mark.

    >>> key("uk 0123456 00045") == key("UK012345600045")
    True
    """
    return mark.translate(_OUT).upper()


def key_of(column: str) -> str:
    """The same in SQL, of a column."""
    return f"upper(translate(({column})::text, '{_SEPARATORS}'::text, ''::text))"
