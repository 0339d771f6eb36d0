from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="PricingIn")


@_attrs_define
class PricingIn:
    """All prices of a package from `valid_from` on. Periods that have begun keep theirs."""

    version: int
    """ The version that you have read """
    daily: list[MoneyAsked] | Unset = UNSET
    monthly: list[MoneyAsked] | Unset = UNSET
    valid_from: datetime.datetime | None | Unset = UNSET
    """ null: now """
    weekly: list[MoneyAsked] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version

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

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.datetime):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        weekly: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.weekly, Unset):
            weekly = []
            for weekly_item_data in self.weekly:
                weekly_item = weekly_item_data.to_dict()
                weekly.append(weekly_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )
        if daily is not UNSET:
            field_dict["daily"] = daily
        if monthly is not UNSET:
            field_dict["monthly"] = monthly
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if weekly is not UNSET:
            field_dict["weekly"] = weekly

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

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

        def _parse_valid_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.datetime.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        _weekly = d.pop("weekly", UNSET)
        weekly: list[MoneyAsked] | Unset = UNSET
        if _weekly is not UNSET:
            weekly = []
            for weekly_item_data in _weekly:
                weekly_item = MoneyAsked.from_dict(weekly_item_data)

                weekly.append(weekly_item)

        pricing_in = cls(
            version=version,
            daily=daily,
            monthly=monthly,
            valid_from=valid_from,
            weekly=weekly,
        )

        return pricing_in
