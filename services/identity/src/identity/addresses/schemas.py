"""What the HTTP of addresses takes and gives."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from identity.schemas import Email


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class EmailChangeIn(_Body):
    """The address that a user wants instead."""

    email: Email


class EmailChangeOut(BaseModel):
    """The same for every address."""

    message: str = "We have sent a mail to the new address. Follow it to go on."


class ConfirmByToken(_Body):
    """The token of the newest mail's link."""

    token: Annotated[str, Field(min_length=1, max_length=100)]


class ConfirmByCode(_Body):
    """The code of the newest mail."""

    code: Annotated[str, Field(min_length=6, max_length=6, pattern=r"^[0-9]{6}$")]


class EmailChangedOut(BaseModel):
    email: str
