"""What identity's HTTP takes and gives."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from amigok_chassis.text import Line, Name
from identity.passwords import LONGEST, SHORTEST


def _address(value: str) -> str:
    """The address with its domain in lower-case ASCII, so that any mail server can take it."""
    try:
        valid = validate_email(value, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise ValueError("not an e-mail address that mail can be sent to") from error
    if valid.ascii_email is None or len(valid.ascii_email) > 254:
        raise ValueError("not an e-mail address that mail can be sent to")
    return valid.ascii_email


def _login(value: str) -> str:
    """A username as it is, an address in the form that is kept."""
    with suppress(ValueError):
        return _address(value)
    return value


Email = Annotated[
    str,
    Field(min_length=3, max_length=254, json_schema_extra={"format": "email"}),
    AfterValidator(_address),
]
Username = Annotated[
    str,
    Field(
        min_length=3,
        max_length=30,
        pattern=r"^[A-Za-z][A-Za-z0-9_.-]{2,29}$",
        description="Public; the case of its letters does not count",
    ),
]
FullName = Annotated[Name, Field(max_length=100)]
NewPassword = Annotated[SecretStr, Field(min_length=SHORTEST, max_length=LONGEST)]
Token = Annotated[str, Field(min_length=1, max_length=100)]
DeviceToken = Annotated[
    str, Field(min_length=1, max_length=100, description="What this user's last login on this device was answered")
]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RegisterIn(_Body):
    """Who wants an account."""

    email: Email
    username: Username
    password: NewPassword
    full_name: FullName | None = None
    role: Literal["investor", "gamer"] = "investor"


class RegisterOut(BaseModel):
    """The same, whether or not the address was known."""

    message: str = "We have sent a mail to this address. Follow it to go on."


class TokenProof(_Body):
    """The token of the mail's link."""

    token: Token


class CodeProof(_Body):
    """The code of the newest mail to the address."""

    email: Email
    code: Annotated[str, Field(min_length=6, max_length=6, pattern=r"^[0-9]{6}$")]


class VerifiedOut(BaseModel):
    email_verified: Literal[True] = True


class LoginIn(_Body):
    """`login` is the e-mail address or the username."""

    login: Annotated[Line, Field(min_length=1, max_length=254), AfterValidator(_login)]
    password: Annotated[SecretStr, Field(min_length=1, max_length=LONGEST)]
    device_token: DeviceToken | None = None


class RefreshIn(_Body):
    refresh_token: Token


class Profile(BaseModel):
    """A user, as shown to that user."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str
    username: str
    full_name: str | None
    role: str
    email_verified: bool
    phone: str | None = Field(description="The number that was proved, in E.164")
    kyc_status: str
    created_at: datetime


class AccessOut(BaseModel):
    """A short-lived access token."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    expires_in: int = Field(description="Seconds that the access token is good for")


class TokensOut(AccessOut):
    """A short-lived access token, and the refresh token that gets the next pair, once."""

    refresh_token: str


class LoginOut(TokensOut):
    device_token: str = Field(description="To be kept, also after a logout, for the next login of this user")
    user: Profile


class Jwk(BaseModel):
    """One public key (RFC 7517)."""

    kty: str
    crv: str
    x: str
    y: str
    kid: str
    alg: str
    use: str


class JwksOut(BaseModel):
    keys: list[Jwk]


class NewAdministrator(_Body):
    """What the command line takes."""

    email: Email
    username: Username
    password: NewPassword
