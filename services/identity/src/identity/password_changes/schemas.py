"""Changes of the password over HTTP."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from identity.codes.schemas import Token
from identity.passwords.schemas import NewPassword, Password


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ResetIn(_Body):
    """The token of the link in the newest mail."""

    token: Token
    new_password: NewPassword


class ChangeIn(_Body):
    current_password: Password
    new_password: NewPassword


class ChangedOut(BaseModel):
    password_changed: Literal[True] = True
