from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.channel import Channel, check_channel

if TYPE_CHECKING:
    from ..models.kind_preference_out import KindPreferenceOut


T = TypeVar("T", bound="PreferencesOut")


@_attrs_define
class PreferencesOut:
    """How you are told each kind, in the order of the table."""

    items: list[KindPreferenceOut]
    reachable: list[Channel]
    """ The channels by which you can be told things now: others lack an address or device that works """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        reachable = []
        for reachable_item_data in self.reachable:
            reachable_item: str = reachable_item_data
            reachable.append(reachable_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "reachable": reachable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.kind_preference_out import KindPreferenceOut  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = KindPreferenceOut.from_dict(items_item_data)

            items.append(items_item)

        reachable = []
        _reachable = d.pop("reachable")
        for reachable_item_data in _reachable:
            reachable_item = check_channel(reachable_item_data)

            reachable.append(reachable_item)

        preferences_out = cls(
            items=items,
            reachable=reachable,
        )

        preferences_out.additional_properties = d
        return preferences_out

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
