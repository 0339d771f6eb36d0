from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TemplateOut")


@_attrs_define
class TemplateOut:
    """A kind of notice: by which event, with which words its texts are made, and how it is told by default."""

    arguments: list[str]
    category: str
    channels: list[str]
    event: None | str
    kind: str
    mandatory: bool
    urgent: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        arguments = self.arguments

        category = self.category

        channels = self.channels

        event: None | str
        event = self.event

        kind = self.kind

        mandatory = self.mandatory

        urgent = self.urgent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "arguments": arguments,
                "category": category,
                "channels": channels,
                "event": event,
                "kind": kind,
                "mandatory": mandatory,
                "urgent": urgent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        arguments = cast(list[str], d.pop("arguments"))

        category = d.pop("category")

        channels = cast(list[str], d.pop("channels"))

        def _parse_event(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        event = _parse_event(d.pop("event"))

        kind = d.pop("kind")

        mandatory = d.pop("mandatory")

        urgent = d.pop("urgent")

        template_out = cls(
            arguments=arguments,
            category=category,
            channels=channels,
            event=event,
            kind=kind,
            mandatory=mandatory,
            urgent=urgent,
        )

        template_out.additional_properties = d
        return template_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
