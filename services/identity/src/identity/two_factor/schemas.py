"""What second factors' HTTP takes and gives."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from identity.passkeys.schemas import Assertion
from identity.passwords import LONGEST
from identity.schemas import DeviceToken, Token

Method = Literal["code", "recovery_code", "passkey"]


def _compact(value: str) -> str:
    """A recovery code as it was made, however it is typed."""
    return value.replace("-", "").replace(" ", "").lower()


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AppCode(_Body):
    """What the authenticator app shows."""

    code: Annotated[str, Field(min_length=6, max_length=6, pattern=r"^[0-9]{6}$")]


class RecoveryProof(_Body):
    """One of the recovery codes."""

    recovery_code: Annotated[
        str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9 -]+$"), AfterValidator(_compact)
    ]


class PasskeyProof(_Body):
    """The answer of a passkey to the challenge that was given."""

    passkey: Assertion


class PasswordProof(_Body):
    password: Annotated[SecretStr, Field(min_length=1, max_length=LONGEST)]


SecondFactor = AppCode | RecoveryProof | PasskeyProof


class _OfLogin(_Body):
    challenge: Token
    device_token: DeviceToken | None = None


class AppCodeLogin(_OfLogin, AppCode):
    """The challenge of the login, and what the authenticator app shows."""


class RecoveryLogin(_OfLogin, RecoveryProof):
    """The challenge of the login, and one of the recovery codes."""


class PasskeySecondLogin(_OfLogin, PasskeyProof):
    """The challenge of the login, and the answer of a passkey to the options that came with it."""


SecondFactorLogin = AppCodeLogin | RecoveryLogin | PasskeySecondLogin


class SecondFactorOut(BaseModel):
    """The password was right; the login goes on with one of the methods, each named after the field that takes it."""

    second_factor_required: Literal[True] = True
    challenge: str
    expires_in: int = Field(description="Seconds that the challenge is good for")
    methods: list[Method]
    passkey_options: dict[str, Any] | None = Field(description="For `parseRequestOptionsFromJSON`")


class EnableOut(BaseModel):
    """What an authenticator app needs; nothing is on until a code of it is verified."""

    secret: str
    otpauth_uri: str
    qr_svg: str = Field(description="The URI as a QR code, an SVG element")


class RecoveryCodesOut(BaseModel):
    """Shown this once. Each works once."""

    recovery_codes: list[str]


class TwoFactorOut(BaseModel):
    enabled: bool
    enabled_at: datetime | None
    recovery_codes_left: int


class StepUpOptions(BaseModel):
    """By what this session can prove its user again, each method named after the field that takes it."""

    methods: list[Method | Literal["password"]]
    passkey_options: dict[str, Any] | None = Field(description="For `parseRequestOptionsFromJSON`")
