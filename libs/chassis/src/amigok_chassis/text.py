"""What people write, under one rule: `Line`, `Prose` and `Name` for what comes in, `comparable` for what is compared.

Kept is the composed form (NFC) without spaces at its ends. Refused is what nobody can see: control characters, marks
that turn the direction of writing, characters of no width, letters of private use. Joiners stay where a script or an
emoji needs them. Lengths are the caller's: `Annotated[Line, Field(max_length=120)]`; they count what is kept.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import chain, groupby, islice
from typing import Annotated

from pydantic import AfterValidator

LONGEST = 8_192
"""Characters that are looked at at all; fields are shorter, but composed text may have come with four times as many."""

MOST_MARKS = 30
"""So many marks may stand on one letter (UAX #15, stream-safe text): to put more in order takes quadratic time."""

_JOINERS = "\u200c\u200d"
_EMOJI_JOINER = "\u200d"
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs that stand around numbers in Arabic, Syriac and Kaithi: formats to Unicode, ink to readers."""

_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\U00016fe4\U0001d159")
"""Letters, marks and symbols that have a name and no ink."""

_FLAGS = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")
"""The flags of England, Scotland and the like: a black flag and invisible tags."""

_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ua840-\ua87f\U00011000-\U000114df]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SYMBOLIC = frozenset("0123456789#*\u203c\u2049\u3030")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)


def clean(text: str, *, several_lines: bool = False, letters: bool = False) -> str:
    """The text as it is kept. Raises ValueError when it has what nobody can see, or nothing to be seen."""
    if len(text) > LONGEST:
        raise ValueError(f"a text has at most {LONGEST} characters")
    if text.isascii() and text.isprintable():
        kept = text.strip()
    else:
        kept = _composed(_with_plain_breaks(text) if several_lines else text).strip()
        _refuse_unseen(_FLAGS.sub("\U0001f3f4", kept), "\n\t" if several_lines else "")
    if letters and not any(map(str.isalpha, kept)):
        raise ValueError("a name has letters")
    return kept


def comparable(text: str) -> str:
    """A key that is equal for what people read as the same; it is never shown.

    Composed or not, wide or narrow, upper or lower case, with whatever spaces and joiners. Turkish has four letters
    i, which its readers tell apart and keyboards and capitals mix up: all four are one.
    """
    folded = _normal(_INVISIBLE.sub("", text)).casefold().replace("i\u0307", "i").replace("\u0131", "i")
    return " ".join(_normal(folded).split())


Line = Annotated[str, AfterValidator(clean)]
"""One line, which may be empty: a title, a note, an address."""

Prose = Annotated[str, AfterValidator(partial(clean, several_lines=True))]
"""Several lines, each ended by a line feed, with tabs; may be empty."""

Name = Annotated[str, AfterValidator(partial(clean, letters=True))]
"""One line with a letter in it, of whatever script: what somebody or something is called."""


def _with_plain_breaks(text: str) -> str:
    return re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text)


def _composed(text: str) -> str:
    for is_mark, run in groupby(text, key=_is_mark):
        if is_mark and sum(1 for _ in run) > MOST_MARKS:
            raise ValueError(f"more than {MOST_MARKS} marks stand on one letter")
    return unicodedata.normalize("NFC", text)


def _normal(text: str) -> str:
    """Compatibility form; marks beyond what a letter may bear are left out."""
    if text.isascii():
        return text
    runs = groupby(text, key=_is_mark)
    few = chain.from_iterable(islice(run, MOST_MARKS) if is_mark else run for is_mark, run in runs)
    return unicodedata.normalize("NFKC", "".join(few))


def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) != 0


def _refuse_unseen(text: str, allowed: str) -> None:
    seen = not text
    for before, char, after in _in_context(text):
        if char in allowed or _is_seen(char):
            seen = seen or unicodedata.category(char)[0] in "LNPSC"
        elif not _belongs(before, char, after):
            raise ValueError(f"U+{ord(char):04X} cannot be seen here")
    if not seen:
        raise ValueError("nothing of this can be seen")


def _in_context(text: str) -> Iterator[tuple[str, str, str]]:
    return zip(chain(" ", text), text, chain(text[1:], " "), strict=False)


def _is_seen(char: str) -> bool:
    """Whether a character has ink or is a space, wherever it stands."""
    if char in _BLANKS or _VARIANTS.match(char):
        return False
    category = unicodedata.category(char)
    return category[0] in "LMNPS" or category == "Zs" or char in _VISIBLE_FORMATS or _is_new_emoji(char)


def _is_new_emoji(char: str) -> bool:
    """A pictograph that is younger than this Python's Unicode."""
    return unicodedata.category(char) == "Cn" and "\U0001f000" <= char <= "\U0001faff"


def _belongs(before: str, char: str, after: str) -> bool:
    """Whether a joiner or a variation selector does something between its neighbours."""
    if char in _JOINERS:
        between_letters = bool(_JOINING.match(before) and _JOINING.match(after))
        return between_letters or _is_virama(before) or (char == _EMOJI_JOINER and _joins_emoji(before, after))
    if _VARIANTS.match(char):
        return before in _SYMBOLIC or _is_pictograph(before) or _HAN.match(before) is not None
    return False


def _is_virama(char: str) -> bool:
    return unicodedata.combining(char) == 9


def _joins_emoji(before: str, after: str) -> bool:
    return (_is_pictograph(before) or before == "\ufe0f") and _is_pictograph(after)


def _is_pictograph(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sm", "Sk") or _is_new_emoji(char)
