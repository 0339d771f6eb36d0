"""The languages in which people are told things."""

from enum import StrEnum


class Language(StrEnum):
    """A language, by its code of ISO 639-1."""

    EN = "en"
    ES = "es"
    AR = "ar"


RIGHT_TO_LEFT = frozenset({Language.AR})
