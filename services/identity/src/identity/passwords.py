"""Passwords: which are good enough, and Argon2id, off the event loop and never more at once than there are cores."""

import asyncio
import os
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from identity.errors import WeakPassword

SHORTEST, LONGEST = 12, 128

_hasher = PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1)  # OWASP's m=46 MiB, t=1, p=1

NOBODYS_HASH = "$argon2id$v=19$m=47104,t=1,p=1$+aPxg6Y0iiU5sMa5j9ohbQ$1bixzEe5xw2EFtDYJZHm3AnWu7wVJAIbHZuAEwhunxQ"
"""Of a random password that nobody knows: verified where there is no account, so that time does not tell."""

_COMMONEST = """
000000000000 012345678910 0123456789ab 098765432100 0987654321qwerty 111111222222 112233445566 121212121212
123123123123 1234512345123 123456123456 12345678900987654321 123456789012 1234567890123 1234567890qwerty
1234567891011 123456789101112 123456789123 123456789123456789 123456789abc 1234qwer1234 12qwaszx12qwaszx
147258369147 1q2w3e4r1q2w3e4r 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv
1qazxsw23edc 9876543210123 987654321987 abc123abc123 abcd1234abcd abcdef123456 abcdefg12345 abcdefghijkl
abcdefghijklmnopqrstuvwxyz adgjmptw1234 admin1234567 admin12345678 administrator administrator1
administrator123 amigokamigok amigokpassword asdfasdfasdf asdfghjkl123 asdfghjkl1234 asdfghjklqwertyuiop
baseball1234 basketball12 changeme1234 changemenow1 charlie12345 correcthorsebatterystaple default12345
dragon123456 football1234 football12345 gfhjkmgfhjkm helloworld12 helloworld123 iloveyou1234 iloveyou12345
iloveyou123456 iloveyouforever justinbieber letmein12345 letmein123456 liverpool123 manchester123 michael12345
monkey123456 mypassword12 mypassword123 newpassword1 newpassword12 p@ssw0rd1234 p@ssword1234 passpasspass
passw0rd1234 password0000 password1111 password1234 password12345 password123456 password1234567
password12345678 password123456789 password1password passwordpassword princess1234 q1w2e3r4t5y6
q1w2e3r4t5y6u7i8 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qqqqwwwweeee qwer1234qwer qwerasdfzxcv qwerty123456
qwerty1234567 qwerty12345678 qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop[] qwertyuiopas
qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm samsung12345 secret123456 sunshine1234 superman1234
testpassword testpassword1 testtesttest trustno1trustno1 unbelievable welcome12345 welcome123456 whatever1234
zaq12wsxcde3 zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl
"""
_COMMON = frozenset(_COMMONEST.split())
_FEWEST_DIFFERENT = 5


def normalised(password: str) -> str:
    """The same password however the keyboard composed its characters (Unicode NFC)."""
    return unicodedata.normalize("NFC", password)


def refuse_weak(password: str, *, email: str, username: str) -> None:
    """Raises WeakPassword for one that is short, common, monotonous or the user's own name or address."""
    password = normalised(password)
    folded = password.casefold()
    own = {email.casefold(), email.partition("@")[0].casefold(), username.casefold()}
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"A password has {SHORTEST} to {LONGEST} characters.")
    if folded in _COMMON:
        raise WeakPassword("This is one of the commonest passwords.")
    if folded in own:
        raise WeakPassword("The password must not be your username or e-mail address.")
    if len(set(folded)) < _FEWEST_DIFFERENT:
        raise WeakPassword(f"A password has at least {_FEWEST_DIFFERENT} different characters.")


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
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether it was made with other parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)
