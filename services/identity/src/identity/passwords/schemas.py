"""Passwords over HTTP."""

from typing import Annotated

from pydantic import Field, SecretStr

from identity.passwords.service import LONGEST, SHORTEST

NewPassword = Annotated[SecretStr, Field(min_length=SHORTEST, max_length=LONGEST)]
"""A password that somebody chooses."""

Password = Annotated[SecretStr, Field(min_length=1, max_length=LONGEST)]
"""A password that somebody has, to be compared."""
