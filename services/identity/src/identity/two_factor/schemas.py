"""Second factors over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from identity.codes.schemas import Code
from identity.passkeys.schemas import Assertion
from identity.passwords.schemas import Password

Method = Literal["code", "recovery_code", "passkey"]


def _compact(value: str) -> str:
    """A recovery code without hyphens and blanks, in lower case."""
    return value.replace("-", "").replace(" ", "").lower()


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AppCode(_Body):
    """The code that the authenticator app shows."""

    code: Code


class RecoveryProof(_Body):
    """One of the recovery codes."""

    recovery_code: Annotated[
        str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9 -]+$"), AfterValidator(_compact)
    ]


class PasskeyProof(_Body):
    """The answer of a passkey to the challenge."""

    passkey: Assertion


class PasswordProof(_Body):
    password: Password


SecondFactor = AppCode | RecoveryProof | PasskeyProof


class EnableOut(BaseModel):
    """What an authenticator app needs. Nothing is on until a code of the app is verified."""

    secret: str
    otpauth_uri: str
    qr_svg: str = Field(description="The URI as a QR code, an SVG element")


class RecoveryCodesOut(BaseModel):
    """The recovery codes, shown only now. Each works once."""

    recovery_codes: list[str]


class TwoFactorOut(BaseModel):
    enabled: bool
    enabled_at: datetime | None
    recovery_codes_left: int


class StepUpOptions(BaseModel):
    """The methods by which this session can prove its user again, each named after the field that takes it."""

    methods: list[Method | Literal["password"]]
    passkey_options: dict[str, Any] | None = Field(description="For `parseRequestOptionsFromJSON`")
