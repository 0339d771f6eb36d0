"""Sessions and their tokens over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from identity.codes.schemas import Token
from identity.users.schemas import Profile


class RefreshIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    refresh_token: Token


class AccessOut(BaseModel):
    """A short-lived access token."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    expires_in: int = Field(description="Lifetime of the access token in seconds")


class TokensOut(AccessOut):
    """A short-lived access token, and the refresh token that gets the next pair, once."""

    refresh_token: str


class LoginOut(TokensOut):
    device_token: str = Field(description="Keep it, also after a logout, for the next login of this user")
    user: Profile


class SessionOut(BaseModel):
    """A session that has not ended."""

    id: UUID
    device: str = Field(description='Taken from the User-Agent header, for example "Firefox on Android"')
    address: str | None = Field(description="The network address of its last use")
    opened_at: datetime
    last_used_at: datetime = Field(description="When it last got tokens")
    ends_at: datetime = Field(description="When it ends, unless it gets tokens before")
    current: bool = Field(description="Whether it is the session of this request")
