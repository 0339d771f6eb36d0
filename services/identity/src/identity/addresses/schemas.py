"""Changes of the address over HTTP."""

from pydantic import BaseModel, ConfigDict

from identity.codes.schemas import Code, Token
from identity.users.schemas import Email


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class EmailChangeIn(_Body):
    """The address that a user wants instead."""

    email: Email


class EmailChangeOut(BaseModel):
    """The same for every address."""

    message: str = "We have sent a mail to the new address. Follow it to go on."


class ConfirmByToken(_Body):
    """The token of the link in the newest mail."""

    token: Token


class ConfirmByCode(_Body):
    """The code of the newest mail."""

    code: Code


class EmailChangedOut(BaseModel):
    email: str
