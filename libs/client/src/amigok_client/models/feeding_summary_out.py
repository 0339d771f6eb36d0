from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.feed_conversion_out import FeedConversionOut
    from ..models.money import Money


T = TypeVar("T", bound="FeedingSummaryOut")


@_attrs_define
class FeedingSummaryOut:
    """All meals of the time that was asked for, not only those on the page.

    `unknown` counts the meals of which nobody knows how much was eaten; `eaten_kg` is without them.

    """

    conversion: FeedConversionOut | None
    cost: list[Money]
    eaten_kg: str
    fed: int
    missed: int
    partly: int
    refused: int
    since: datetime.datetime
    unknown: int
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.feed_conversion_out import FeedConversionOut  # noqa: PLC0415

        conversion: dict[str, Any] | None
        if isinstance(self.conversion, FeedConversionOut):
            conversion = self.conversion.to_dict()
        else:
            conversion = self.conversion

        cost = []
        for cost_item_data in self.cost:
            cost_item = cost_item_data.to_dict()
            cost.append(cost_item)

        eaten_kg = self.eaten_kg

        fed = self.fed

        missed = self.missed

        partly = self.partly

        refused = self.refused

        since = self.since.isoformat()

        unknown = self.unknown

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "conversion": conversion,
                "cost": cost,
                "eaten_kg": eaten_kg,
                "fed": fed,
                "missed": missed,
                "partly": partly,
                "refused": refused,
                "since": since,
                "unknown": unknown,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feed_conversion_out import FeedConversionOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_conversion(data: object) -> FeedConversionOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                conversion_type_0 = FeedConversionOut.from_dict(data)

                return conversion_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FeedConversionOut | None, data)

        conversion = _parse_conversion(d.pop("conversion"))

        cost = []
        _cost = d.pop("cost")
        for cost_item_data in _cost:
            cost_item = Money.from_dict(cost_item_data)

            cost.append(cost_item)

        eaten_kg = d.pop("eaten_kg")

        fed = d.pop("fed")

        missed = d.pop("missed")

        partly = d.pop("partly")

        refused = d.pop("refused")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        unknown = d.pop("unknown")

        until = datetime.datetime.fromisoformat(d.pop("until"))

        feeding_summary_out = cls(
            conversion=conversion,
            cost=cost,
            eaten_kg=eaten_kg,
            fed=fed,
            missed=missed,
            partly=partly,
            refused=refused,
            since=since,
            unknown=unknown,
            until=until,
        )

        feeding_summary_out.additional_properties = d
        return feeding_summary_out

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
