from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="HoldingOut")


@_attrs_define
class HoldingOut:
    """An animal that is held: what it cost, in each currency, and the event that its value comes from."""

    acquired_at: datetime.datetime
    costs: list[Money]
    event_id: None | UUID
    how: None | str
    """ Known: `registered`, `weighed`, `priced`, `restated` """
    livestock_id: UUID
    value: Money | None
    valued_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        acquired_at = self.acquired_at.isoformat()

        costs = []
        for costs_item_data in self.costs:
            costs_item = costs_item_data.to_dict()
            costs.append(costs_item)

        event_id: None | str
        if isinstance(self.event_id, UUID):
            event_id = str(self.event_id)
        else:
            event_id = self.event_id

        how: None | str
        how = self.how

        livestock_id = str(self.livestock_id)

        value: dict[str, Any] | None
        if isinstance(self.value, Money):
            value = self.value.to_dict()
        else:
            value = self.value

        valued_at: None | str
        if isinstance(self.valued_at, datetime.datetime):
            valued_at = self.valued_at.isoformat()
        else:
            valued_at = self.valued_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acquired_at": acquired_at,
                "costs": costs,
                "event_id": event_id,
                "how": how,
                "livestock_id": livestock_id,
                "value": value,
                "valued_at": valued_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        acquired_at = datetime.datetime.fromisoformat(d.pop("acquired_at"))

        costs = []
        _costs = d.pop("costs")
        for costs_item_data in _costs:
            costs_item = Money.from_dict(costs_item_data)

            costs.append(costs_item)

        def _parse_event_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_id_type_0 = UUID(data)

                return event_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_how(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        how = _parse_how(d.pop("how"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_value(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                value_type_0 = Money.from_dict(data)

                return value_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        value = _parse_value(d.pop("value"))

        def _parse_valued_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valued_at_type_0 = datetime.datetime.fromisoformat(data)

                return valued_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valued_at = _parse_valued_at(d.pop("valued_at"))

        holding_out = cls(
            acquired_at=acquired_at,
            costs=costs,
            event_id=event_id,
            how=how,
            livestock_id=livestock_id,
            value=value,
            valued_at=valued_at,
        )

        holding_out.additional_properties = d
        return holding_out

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
