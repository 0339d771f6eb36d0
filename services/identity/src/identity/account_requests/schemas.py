"""Registrations and forgotten passwords over HTTP."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from identity.passwords.schemas import NewPassword
from identity.users.schemas import Email, FullName, Username


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RegisterIn(_Body):
    """The account that somebody wants."""

    email: Email
    username: Username
    password: NewPassword
    full_name: FullName | None = None
    role: Literal["investor", "gamer"] = "investor"


class RegisterOut(BaseModel):
    """The same, whether or not the address was known."""

    message: str = "We have sent a mail to this address. Follow it to go on."


class ForgotIn(_Body):
    """The address of the account whose password is forgotten."""

    email: Email


class ForgotOut(BaseModel):
    """The same for every address."""

    message: str = "If this address has an account, a mail is on its way to it."
