"""Preferences over HTTP."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, model_validator

from amigok_chassis.schemas import In
from notification.kinds.table import KINDS


class Channel(StrEnum):
    """A way to be told things."""

    IN_APP = "in_app"
    EMAIL = "email"
    PUSH = "push"
    SMS = "sms"


class Mode(StrEnum):
    """When you are told by a channel."""

    NOW = "now"
    DAILY = "daily"
    WEEKLY = "weekly"
    OFF = "off"


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError("not a kind of notice")
    return kind


KnownKind = Annotated[str, Field(max_length=40, examples=["order_completed"]), AfterValidator(_known)]


class PreferenceIn(In):
    """How you want to be told a kind by a channel."""

    kind: KnownKind
    channel: Channel
    mode: Mode

    @model_validator(mode="after")
    def _digests_are_mails(self) -> "PreferenceIn":
        if self.mode in (Mode.DAILY, Mode.WEEKLY) and self.channel != Channel.EMAIL:
            raise ValueError("only mails come daily or weekly")
        return self


class PreferencesIn(In):
    """What you change; everything else stays."""

    changes: list[PreferenceIn] = Field(min_length=1, max_length=1000)


class KindPreferenceOut(BaseModel):
    """How you are told a kind."""

    kind: str = Field(examples=["order_completed"])
    category: str = Field(examples=["orders"])
    title: str = Field(description="In your language", examples=["Order completed"])
    mandatory: bool
    in_app: Mode
    email: Mode
    push: Mode
    sms: Mode


class PreferencesOut(BaseModel):
    """How you are told each kind, in the order of the table."""

    items: list[KindPreferenceOut]
    reachable: list[Channel] = Field(
        description="The channels by which you can be told things now: others lack an address or device that works"
    )


class StoppedOut(BaseModel):
    """The kind of which you get no more mails."""

    kind: str = Field(examples=["order_completed"])
