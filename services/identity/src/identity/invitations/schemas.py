"""Invitations over HTTP."""

from pydantic import BaseModel, ConfigDict

from identity.codes.schemas import Token
from identity.passwords.schemas import NewPassword
from identity.users.schemas import Username


class AcceptIn(BaseModel):
    """The token of the link and the password that the person chose; a username only for a new account."""

    model_config = ConfigDict(extra="forbid")

    token: Token
    password: NewPassword
    username: Username | None = None
