"""Passkeys over HTTP. Credentials are in the JSON of WebAuthn level 3, as browsers make it."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from amigok_chassis.text import Line
from identity.devices.schemas import DeviceToken
from identity.passkeys.models import LONGEST_NAME

_Id = Annotated[str, Field(min_length=1, max_length=1364, pattern=r"^[A-Za-z0-9_-]+$")]
_Binary = Annotated[str, Field(min_length=1, max_length=16_384, pattern=r"^[A-Za-z0-9_-]+$")]


Name = Annotated[Line, Field(min_length=1, max_length=LONGEST_NAME, description="What its owner calls it")]


class _Foreign(BaseModel):
    """Made by the browser, which may add members. Only the members that matter are read."""

    model_config = ConfigDict(extra="ignore")


class _Credential(_Foreign):
    id: _Id
    raw_id: _Id = Field(alias="rawId")
    type: Literal["public-key"]

    def json_object(self) -> dict[str, Any]:
        """As the browser made it."""
        return self.model_dump(by_alias=True, exclude_none=True)


class _Attested(_Foreign):
    client_data_json: _Binary = Field(alias="clientDataJSON")
    attestation_object: _Binary = Field(alias="attestationObject")
    transports: Annotated[list[Annotated[str, Field(max_length=20)]], Field(max_length=10)] = []


class _Asserted(_Foreign):
    client_data_json: _Binary = Field(alias="clientDataJSON")
    authenticator_data: _Binary = Field(alias="authenticatorData")
    signature: _Binary
    user_handle: Annotated[str, Field(max_length=100, pattern=r"^[A-Za-z0-9_-]*$")] | None = Field(
        default=None, alias="userHandle"
    )


class Attestation(_Credential):
    """The result of `navigator.credentials.create()`, as `toJSON()` writes it."""

    response: _Attested


class Assertion(_Credential):
    """The result of `navigator.credentials.get()`, as `toJSON()` writes it."""

    response: _Asserted


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RegisterPasskeyIn(_Body):
    name: Name
    credential: Attestation


class PasskeyLoginIn(_Body):
    credential: Assertion
    device_token: DeviceToken | None = None


class RenamePasskeyIn(_Body):
    name: Name


class PasskeyOptions(BaseModel):
    """For the browser's `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`."""

    public_key: dict[str, Any]


class PasskeyOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    created_at: datetime
    last_used_at: datetime | None
