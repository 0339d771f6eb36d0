"""Verifications over HTTP."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from identity.codes.schemas import Code, Token
from identity.users.schemas import Email


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TokenProof(_Body):
    """The token of the link in the mail."""

    token: Token


class CodeProof(_Body):
    """The code of the newest mail to the address."""

    email: Email
    code: Code


class VerifiedOut(BaseModel):
    email_verified: Literal[True] = True
