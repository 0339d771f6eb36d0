from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.owned_out_kind import OwnedOutKind, check_owned_out_kind

T = TypeVar("T", bound="OwnedOut")


@_attrs_define
class OwnedOut:
    """Something that you have bought."""

    bought_at: datetime.datetime
    first_day: datetime.date | None
    id: UUID
    item_id: UUID
    kind: OwnedOutKind
    last_day: datetime.date | None
    name: str
    percent: int | None
    price: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bought_at = self.bought_at.isoformat()

        first_day: None | str
        if isinstance(self.first_day, datetime.date):
            first_day = self.first_day.isoformat()
        else:
            first_day = self.first_day

        id = str(self.id)

        item_id = str(self.item_id)

        kind: str = self.kind

        last_day: None | str
        if isinstance(self.last_day, datetime.date):
            last_day = self.last_day.isoformat()
        else:
            last_day = self.last_day

        name = self.name

        percent: int | None
        percent = self.percent

        price = self.price

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bought_at": bought_at,
                "first_day": first_day,
                "id": id,
                "item_id": item_id,
                "kind": kind,
                "last_day": last_day,
                "name": name,
                "percent": percent,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bought_at = datetime.datetime.fromisoformat(d.pop("bought_at"))

        def _parse_first_day(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_day_type_0 = datetime.date.fromisoformat(data)

                return first_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        first_day = _parse_first_day(d.pop("first_day"))

        id = UUID(d.pop("id"))

        item_id = UUID(d.pop("item_id"))

        kind = check_owned_out_kind(d.pop("kind"))

        def _parse_last_day(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_day_type_0 = datetime.date.fromisoformat(data)

                return last_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last_day = _parse_last_day(d.pop("last_day"))

        name = d.pop("name")

        def _parse_percent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        percent = _parse_percent(d.pop("percent"))

        price = d.pop("price")

        owned_out = cls(
            bought_at=bought_at,
            first_day=first_day,
            id=id,
            item_id=item_id,
            kind=kind,
            last_day=last_day,
            name=name,
            percent=percent,
            price=price,
        )

        owned_out.additional_properties = d
        return owned_out

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
