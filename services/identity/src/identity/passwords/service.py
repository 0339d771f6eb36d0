"""Refuses weak passwords, and hashes with Argon2id, off the event loop and within the memory that there is."""

import unicodedata
from functools import cache

import zxcvbn  # type: ignore[import-untyped]
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import matching

from identity.passwords import hashing, memory
from identity.passwords.errors import WeakPassword
from identity.settings import MEMORY_KIB

SHORTEST, LONGEST = 12, 128

_hasher = PasswordHasher(time_cost=1, memory_cost=MEMORY_KIB, parallelism=1)

_NOBODYS = "$argon2id$v=19$m={},t=1,p=1$+aPxg6Y0iiU5sMa5j9ohbQ$1bixzEe5xw2EFtDYJZHm3AnWu7wVJAIbHZuAEwhunxQ"

_ESTIMATED = 32
_MOST_READINGS = 64
_SAFE = 3


def normalised(password: str) -> str:
    """The password in Unicode NFC: the same however the keyboard composed its characters."""
    return unicodedata.normalize("NFC", password)


async def refuse_weak(password: str, *, email: str, username: str) -> None:
    """Raises WeakPassword if it is too short or long, not Unicode, the user's own name or address, or easy to guess.

    Raises TooBusy.
    """
    password = normalised(password)
    if not _is_text(password):
        raise WeakPassword("A password must be valid Unicode; this one contains half of a surrogate pair.")
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"A password has {SHORTEST} to {LONGEST} characters.")
    own = [email.casefold(), email.partition("@")[0].casefold(), username.casefold()]
    if password.casefold() in own:
        raise WeakPassword("The password must not be your username or e-mail address.")
    if not await _estimates().run(_is_safe, password[:_ESTIMATED], own):
        raise WeakPassword("This is easy to guess: it is, or resembles, a common password, word, name or pattern.")


def _is_safe(password: str, own: list[str]) -> bool:
    """Whether an attacker who knows the most common passwords, names, words and patterns needs at least 10^8 guesses.

    The cost of the estimate grows with the square of the length and with the ways to read symbols as letters
    ("p4$$"). So only the beginning is estimated. A password with nine or more of those symbols is accepted without it.
    """
    symbols = matching.relevant_l33t_subtable(password, matching.L33T_TABLE)
    if len(matching.enumerate_l33t_subs(symbols)) > _MOST_READINGS:
        return True
    return bool(zxcvbn.zxcvbn(password, user_inputs=[*own, "amigok"])["score"] >= _SAFE)


@cache
def _estimates() -> hashing.Pool:
    """One thread, because the library keeps the user's own words in a global variable."""
    return hashing.Pool(1, name="zxcvbn")


@cache
def _hashes() -> hashing.Pool:
    return hashing.Pool(1, name="argon2")


def configure(memory_kib: int, at_most: int | None) -> None:
    """Hashes with so much memory from now on, and in at most so many threads; None: as cores and memory allow."""
    global _hasher
    _hasher = PasswordHasher(time_cost=1, memory_cost=memory_kib, parallelism=1)
    _hashes().resize(hashing.threads(memory=memory.limit(), each=memory_kib * 1024, at_most=at_most))


def refuse_when_busy() -> None:
    """Raises TooBusy when no password can be checked soon. Call it before an attempt is counted."""
    _hashes().refuse_when_full()


def _is_text(password: str) -> bool:
    """Whether it is valid Unicode: JSON can contain half of a surrogate pair."""
    return not any("\ud800" <= character <= "\udfff" for character in password)


def _bytes(password: str) -> bytes:
    """The bytes that are hashed. Invalid Unicode becomes bytes that no password has."""
    return normalised(password).encode("utf-8", "surrogatepass")


async def hashed(password: str) -> str:
    """The Argon2id hash of a password. Raises TooBusy."""
    return await _hashes().run(_hasher.hash, _bytes(password))


async def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password fits the hash. Without a hash it takes as long and returns False. Raises TooBusy."""
    right = await _hashes().run(_verify, password_hash or nobodys_hash(), _bytes(password))
    return right and password_hash is not None


def nobodys_hash() -> str:
    """The hash of a password that nobody knows, verified where there is no account so that it takes as long."""
    return _NOBODYS.format(_hasher.memory_cost)


def _verify(password_hash: str, password: bytes) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether it was made with parameters other than the current ones."""
    return _hasher.check_needs_rehash(password_hash)
