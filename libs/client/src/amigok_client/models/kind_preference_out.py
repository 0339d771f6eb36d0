from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mode import Mode, check_mode

T = TypeVar("T", bound="KindPreferenceOut")


@_attrs_define
class KindPreferenceOut:
    """How you are told a kind."""

    category: str
    email: Mode
    """ When you are told by a channel. """
    in_app: Mode
    """ When you are told by a channel. """
    kind: str
    mandatory: bool
    push: Mode
    """ When you are told by a channel. """
    sms: Mode
    """ When you are told by a channel. """
    title: str
    """ In your language """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        email: str = self.email

        in_app: str = self.in_app

        kind = self.kind

        mandatory = self.mandatory

        push: str = self.push

        sms: str = self.sms

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "category": category,
                "email": email,
                "in_app": in_app,
                "kind": kind,
                "mandatory": mandatory,
                "push": push,
                "sms": sms,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = d.pop("category")

        email = check_mode(d.pop("email"))

        in_app = check_mode(d.pop("in_app"))

        kind = d.pop("kind")

        mandatory = d.pop("mandatory")

        push = check_mode(d.pop("push"))

        sms = check_mode(d.pop("sms"))

        title = d.pop("title")

        kind_preference_out = cls(
            category=category,
            email=email,
            in_app=in_app,
            kind=kind,
            mandatory=mandatory,
            push=push,
            sms=sms,
            title=title,
        )

        kind_preference_out.additional_properties = d
        return kind_preference_out

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
