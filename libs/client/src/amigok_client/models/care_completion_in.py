from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CareCompletionIn")


@_attrs_define
class CareCompletionIn:
    """The request as it was seen. `cost` is what the work came to, if it is not what it was estimated at."""

    version: int
    """ The version that you have read """
    cost: MoneyAsked | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        version = self.version

        cost: dict[str, Any] | None | Unset
        if isinstance(self.cost, Unset):
            cost = UNSET
        elif isinstance(self.cost, MoneyAsked):
            cost = self.cost.to_dict()
        else:
            cost = self.cost

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )
        if cost is not UNSET:
            field_dict["cost"] = cost

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        def _parse_cost(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cost_type_0 = MoneyAsked.from_dict(data)

                return cost_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        cost = _parse_cost(d.pop("cost", UNSET))

        care_completion_in = cls(
            version=version,
            cost=cost,
        )

        return care_completion_in
