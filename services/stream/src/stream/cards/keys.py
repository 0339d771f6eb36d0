"""Cards, EIDs and tags are compared by their letters and digits, in any case and grouping, as at the farm."""

_SEPARATORS = str.maketrans("", "", " ._:/-")


def key(card: str) -> str:
    """What a card is compared by.

    >>> key("uk 0123456 00045") == key("UK012345600045")
    True
    """
    return card.translate(_SEPARATORS).upper()
