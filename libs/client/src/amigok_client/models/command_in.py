from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.command_in_payload import CommandInPayload


T = TypeVar("T", bound="CommandIn")


@_attrs_define
class CommandIn:
    """What a device is to do. Without `expires_in_seconds` it waits for the usual time."""

    kind: str
    """ `restart`, or a capability of the device """
    expires_in_seconds: int | None | Unset = UNSET
    payload: CommandInPayload | Unset = UNSET
    """ What the kind needs to know """

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        expires_in_seconds: int | None | Unset
        if isinstance(self.expires_in_seconds, Unset):
            expires_in_seconds = UNSET
        else:
            expires_in_seconds = self.expires_in_seconds

        payload: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payload, Unset):
            payload = self.payload.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if expires_in_seconds is not UNSET:
            field_dict["expires_in_seconds"] = expires_in_seconds
        if payload is not UNSET:
            field_dict["payload"] = payload

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.command_in_payload import CommandInPayload  # noqa: PLC0415

        d = dict(src_dict)
        kind = d.pop("kind")

        def _parse_expires_in_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expires_in_seconds = _parse_expires_in_seconds(d.pop("expires_in_seconds", UNSET))

        _payload = d.pop("payload", UNSET)
        payload: CommandInPayload | Unset
        if isinstance(_payload, Unset):
            payload = UNSET
        else:
            payload = CommandInPayload.from_dict(_payload)

        command_in = cls(
            kind=kind,
            expires_in_seconds=expires_in_seconds,
            payload=payload,
        )

        return command_in
