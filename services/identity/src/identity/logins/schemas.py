"""Logins over HTTP."""

from contextlib import suppress
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from amigok_chassis.text import Line
from identity.codes.schemas import Token
from identity.devices.schemas import DeviceToken
from identity.passwords.schemas import Password
from identity.two_factor.schemas import AppCode, Method, PasskeyProof, RecoveryProof
from identity.users.schemas import address


def _login(value: str) -> str:
    """A username as it is, or an address in the form in which it is kept."""
    with suppress(ValueError):
        return address(value)
    return value


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LoginIn(_Body):
    """`login` is the e-mail address or the username."""

    login: Annotated[Line, Field(min_length=1, max_length=254), AfterValidator(_login)]
    password: Password
    device_token: DeviceToken | None = None


class _OfLogin(_Body):
    challenge: Token
    device_token: DeviceToken | None = None


class AppCodeLogin(_OfLogin, AppCode):
    """The challenge of the login, and the code that the authenticator app shows."""


class RecoveryLogin(_OfLogin, RecoveryProof):
    """The challenge of the login, and one of the recovery codes."""


class PasskeySecondLogin(_OfLogin, PasskeyProof):
    """The challenge of the login, and the answer of a passkey to the options that came with it."""


SecondFactorLogin = AppCodeLogin | RecoveryLogin | PasskeySecondLogin


class SecondFactorOut(BaseModel):
    """The password was right. Continue with one of the methods, each named after the field that takes it."""

    second_factor_required: Literal[True] = True
    challenge: str
    expires_in: int = Field(description="Lifetime of the challenge in seconds")
    methods: list[Method]
    passkey_options: dict[str, Any] | None = Field(description="For `parseRequestOptionsFromJSON`")
