from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="Prices")


@_attrs_define
class Prices:
    """What a period costs: for each cycle, a price in each currency in which it is offered."""

    daily: list[MoneyAsked] | Unset = UNSET
    monthly: list[MoneyAsked] | Unset = UNSET
    weekly: list[MoneyAsked] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        daily: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.daily, Unset):
            daily = []
            for daily_item_data in self.daily:
                daily_item = daily_item_data.to_dict()
                daily.append(daily_item)

        monthly: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.monthly, Unset):
            monthly = []
            for monthly_item_data in self.monthly:
                monthly_item = monthly_item_data.to_dict()
                monthly.append(monthly_item)

        weekly: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.weekly, Unset):
            weekly = []
            for weekly_item_data in self.weekly:
                weekly_item = weekly_item_data.to_dict()
                weekly.append(weekly_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if daily is not UNSET:
            field_dict["daily"] = daily
        if monthly is not UNSET:
            field_dict["monthly"] = monthly
        if weekly is not UNSET:
            field_dict["weekly"] = weekly

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        _daily = d.pop("daily", UNSET)
        daily: list[MoneyAsked] | Unset = UNSET
        if _daily is not UNSET:
            daily = []
            for daily_item_data in _daily:
                daily_item = MoneyAsked.from_dict(daily_item_data)

                daily.append(daily_item)

        _monthly = d.pop("monthly", UNSET)
        monthly: list[MoneyAsked] | Unset = UNSET
        if _monthly is not UNSET:
            monthly = []
            for monthly_item_data in _monthly:
                monthly_item = MoneyAsked.from_dict(monthly_item_data)

                monthly.append(monthly_item)

        _weekly = d.pop("weekly", UNSET)
        weekly: list[MoneyAsked] | Unset = UNSET
        if _weekly is not UNSET:
            weekly = []
            for weekly_item_data in _weekly:
                weekly_item = MoneyAsked.from_dict(weekly_item_data)

                weekly.append(weekly_item)

        prices = cls(
            daily=daily,
            monthly=monthly,
            weekly=weekly,
        )

        return prices
