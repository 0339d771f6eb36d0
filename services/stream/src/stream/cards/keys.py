"""Cards, EIDs and tags are compared by their letters and digits, in any case and grouping, as at the farm."""

from amigok_herd import eid

_SEPARATORS = str.maketrans("", "", " ._:/-")
_SHORTEST_EID = 15


def key(card: str) -> str:
    """What a card is compared by. All that the farm reads as one EID is one key: its 15 digits.

    >>> key("uk 0123456 00045") == key("UK012345600045")
    True
    >>> key("8000F580075BCD15") == key("982 000-123456789")
    True
    """
    bare = card.translate(_SEPARATORS).upper()
    if len(bare) < _SHORTEST_EID:
        return bare
    try:
        return eid.normalise(card)
    except eid.InvalidEid:
        return bare
