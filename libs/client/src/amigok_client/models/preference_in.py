from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.channel import Channel, check_channel
from ..models.mode import Mode, check_mode

T = TypeVar("T", bound="PreferenceIn")


@_attrs_define
class PreferenceIn:
    """How you want to be told a kind by a channel."""

    channel: Channel
    """ A way to be told things. """
    kind: str
    mode: Mode
    """ When you are told by a channel. """

    def to_dict(self) -> dict[str, Any]:
        channel: str = self.channel

        kind = self.kind

        mode: str = self.mode

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "channel": channel,
                "kind": kind,
                "mode": mode,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = check_channel(d.pop("channel"))

        kind = d.pop("kind")

        mode = check_mode(d.pop("mode"))

        preference_in = cls(
            channel=channel,
            kind=kind,
            mode=mode,
        )

        return preference_in
