"""Passwords: which are good enough, and Argon2id, off the event loop and never more at once than there are cores."""

import asyncio
import os
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import zxcvbn  # type: ignore[import-untyped]
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import matching

from identity.errors import WeakPassword

SHORTEST, LONGEST = 12, 128

_hasher = PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1)  # OWASP's m=46 MiB, t=1, p=1

NOBODYS_HASH = "$argon2id$v=19$m=47104,t=1,p=1$+aPxg6Y0iiU5sMa5j9ohbQ$1bixzEe5xw2EFtDYJZHm3AnWu7wVJAIbHZuAEwhunxQ"
"""Of a random password that nobody knows: verified where there is no account, so that time does not tell."""

_ESTIMATED = 32
_MOST_READINGS = 64
_SAFE = 3


def normalised(password: str) -> str:
    """The same password however the keyboard composed its characters (Unicode NFC)."""
    return unicodedata.normalize("NFC", password)


async def refuse_weak(password: str, *, email: str, username: str) -> None:
    """Raises WeakPassword for one that is short, the user's own name or address, or easy to guess."""
    password = normalised(password)
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"A password has {SHORTEST} to {LONGEST} characters.")
    own = [email.casefold(), email.partition("@")[0].casefold(), username.casefold()]
    if password.casefold() in own:
        raise WeakPassword("The password must not be your username or e-mail address.")
    loop = asyncio.get_running_loop()
    if not await loop.run_in_executor(_one_thread(), _is_safe, password[:_ESTIMATED], own):
        raise WeakPassword("This is easy to guess: one of the commonest passwords, words, names and patterns, or near.")


def _is_safe(password: str, own: list[str]) -> bool:
    """Whether an attacker who knows the commonest passwords, names, words and patterns needs 10^8 guesses at least.

    The estimate costs the square of the length times the ways to read symbols as letters ("p4$$"). So it sees only
    the beginning, and what mixes nine or more of those symbols, which makes too many ways, passes without it.
    """
    symbols = matching.relevant_l33t_subtable(password, matching.L33T_TABLE)
    if len(matching.enumerate_l33t_subs(symbols)) > _MOST_READINGS:
        return True
    return bool(zxcvbn.zxcvbn(password, user_inputs=[*own, "amigok"])["score"] >= _SAFE)


@cache
def _one_thread() -> ThreadPoolExecutor:
    """The library keeps the user's own words in a global, and Python computes with one core anyway."""
    return ThreadPoolExecutor(1, thread_name_prefix="zxcvbn")


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="argon2")


async def hashed(password: str) -> str:
    """The Argon2id hash of a password."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads(), _hasher.hash, normalised(password))


async def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one; without a hash it takes as long and is false."""
    loop = asyncio.get_running_loop()
    right = await loop.run_in_executor(_threads(), _verify, password_hash or NOBODYS_HASH, normalised(password))
    return right and password_hash is not None


def _verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether it was made with other parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)
