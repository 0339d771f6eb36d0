from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.trade_day_out import TradeDayOut
    from ..models.trade_state_out import TradeStateOut


T = TypeVar("T", bound="TradeStatisticsOut")


@_attrs_define
class TradeStatisticsOut:
    """Orders by state, and by day; each in each currency."""

    days: list[TradeDayOut]
    states: list[TradeStateOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)

        states = []
        for states_item_data in self.states:
            states_item = states_item_data.to_dict()
            states.append(states_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "days": days,
                "states": states,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trade_day_out import TradeDayOut  # noqa: PLC0415
        from ..models.trade_state_out import TradeStateOut  # noqa: PLC0415

        d = dict(src_dict)
        days = []
        _days = d.pop("days")
        for days_item_data in _days:
            days_item = TradeDayOut.from_dict(days_item_data)

            days.append(days_item)

        states = []
        _states = d.pop("states")
        for states_item_data in _states:
            states_item = TradeStateOut.from_dict(states_item_data)

            states.append(states_item)

        trade_statistics_out = cls(
            days=days,
            states=states,
        )

        trade_statistics_out.additional_properties = d
        return trade_statistics_out

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
