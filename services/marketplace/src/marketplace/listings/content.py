"""What listings should not say: ways around the platform, and words that administrators look at. Pure rules."""

import re
from collections.abc import Collection

_CODES = {
    "link": re.compile(r"https?://|www\.|\b[a-z0-9-]{2,63}\.(?:com|net|org|info|io|me|co|es|de|tr|za)\b", re.I),
    "email": re.compile(r"[^\s@]{1,64}@[a-z0-9-]{1,63}\.[a-z]{2,}", re.I),
    "phone": re.compile(r"(?<![A-Z]{2} )(?:\+|\b00|\b0)\d(?:[ ./()-]?\d){6,13}\b|\b\d{3}[ .-]\d{3}[ .-]\d{3,4}\b"),
}
_WORD = re.compile(r"\w+")


def flags(text: str, forbidden: Collection[str]) -> list[str]:
    """The codes of what is found in a text: `link`, `email`, `phone`, `forbidden_word`. Words are in lower case."""
    found = [code for code, pattern in _CODES.items() if pattern.search(text)]
    words = {word.lower() for word in _WORD.findall(text)}
    return [*found, "forbidden_word"] if words & set(forbidden) else found
