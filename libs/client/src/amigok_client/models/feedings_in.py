from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.feeding_in import FeedingIn


T = TypeVar("T", bound="FeedingsIn")


@_attrs_define
class FeedingsIn:
    """Up to 1,000 feedings, in any order."""

    feedings: list[FeedingIn]

    def to_dict(self) -> dict[str, Any]:
        feedings = []
        for feedings_item_data in self.feedings:
            feedings_item = feedings_item_data.to_dict()
            feedings.append(feedings_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "feedings": feedings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feeding_in import FeedingIn  # noqa: PLC0415

        d = dict(src_dict)
        feedings = []
        _feedings = d.pop("feedings")
        for feedings_item_data in _feedings:
            feedings_item = FeedingIn.from_dict(feedings_item_data)

            feedings.append(feedings_item)

        feedings_in = cls(
            feedings=feedings,
        )

        return feedings_in
