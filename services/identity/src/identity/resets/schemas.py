"""What the HTTP of passwords takes and gives."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from identity.passwords import LONGEST
from identity.schemas import Email, NewPassword, Token


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ForgotIn(_Body):
    """Whose password is forgotten."""

    email: Email


class ForgotOut(BaseModel):
    """The same for every address."""

    message: str = "If this address has an account, a mail is on its way to it."


class ResetIn(_Body):
    """The token of the newest mail's link."""

    token: Token
    new_password: NewPassword


class ChangeIn(_Body):
    current_password: Annotated[SecretStr, Field(min_length=1, max_length=LONGEST)]
    new_password: NewPassword


class ChangedOut(BaseModel):
    password_changed: Literal[True] = True
