"""Devices over HTTP."""

import base64
import json
from datetime import datetime
from typing import Annotated
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from pydantic import AfterValidator, Field, model_validator

from amigok_chassis.schemas import In, Name, Out

MOST_DEVICES = 20


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _is_point(text: str) -> str:
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(text))
    return text


def _is_secret(text: str) -> str:
    if len(_decoded(text)) != 16:
        raise ValueError("must be 16 bytes")
    return text


Base64Url = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=100)]
Endpoint = Annotated[str, Field(pattern=r"^https?://[!-~]+$", max_length=1000)]


class SubscriptionKeys(In):
    """The keys of `PushSubscription.toJSON()`, base64url."""

    p256dh: Annotated[Base64Url, AfterValidator(_is_point)] = Field(
        examples=["BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"]
    )
    auth: Annotated[Base64Url, AfterValidator(_is_secret)] = Field(examples=["BTBZMqHH6r4Tts7J_aSIgg"])


class WebPushIn(In):
    """What a browser gave as its subscription."""

    endpoint: Endpoint = Field(examples=["https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn"])
    keys: SubscriptionKeys


class DeviceIn(In):
    """A browser's subscription or an app's registration token: one of them."""

    name: Name = Field(examples=["Firefox on Linux"])
    web_push: WebPushIn | None = None
    fcm_token: Annotated[str, Field(pattern=r"^[A-Za-z0-9:_-]+$", max_length=1000)] | None = Field(
        None, examples=["fE0cHn3mQ5S:APA91bF3"]
    )

    @model_validator(mode="after")
    def _is_one(self) -> "DeviceIn":
        if (self.web_push is None) == (self.fcm_token is None):
            raise ValueError("either web_push or fcm_token is needed")
        return self

    @property
    def channel(self) -> str:
        return "web_push" if self.web_push else "fcm"

    @property
    def address(self) -> str:
        """What is sealed and sent to."""
        return json.dumps(self.web_push.model_dump(), sort_keys=True) if self.web_push else self.fcm_token or ""


class DeviceOut(Out):
    """A device that gets messages. `seen_at` is when it was registered last."""

    id: UUID
    channel: str = Field(examples=["web_push"])
    name: str = Field(examples=["Firefox on Linux"])
    created_at: datetime
    seen_at: datetime


class DevicesOut(Out):
    """All of them."""

    items: list[DeviceOut] = Field(max_length=MOST_DEVICES)


class WebPushKeyOut(Out):
    """`applicationServerKey` for `PushManager.subscribe()`, base64url."""

    public_key: str = Field(
        examples=["BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"]
    )
