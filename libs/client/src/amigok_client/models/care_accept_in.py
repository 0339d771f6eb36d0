from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CareAcceptIn")


@_attrs_define
class CareAcceptIn:
    """The quote that is accepted. `allowance` is what the care may cost beyond the estimate without asking again."""

    quote_version: int
    """ The quote that you have seen """
    allowance: MoneyAsked | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        quote_version = self.quote_version

        allowance: dict[str, Any] | None | Unset
        if isinstance(self.allowance, Unset):
            allowance = UNSET
        elif isinstance(self.allowance, MoneyAsked):
            allowance = self.allowance.to_dict()
        else:
            allowance = self.allowance

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "quote_version": quote_version,
            }
        )
        if allowance is not UNSET:
            field_dict["allowance"] = allowance

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        quote_version = d.pop("quote_version")

        def _parse_allowance(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                allowance_type_0 = MoneyAsked.from_dict(data)

                return allowance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        allowance = _parse_allowance(d.pop("allowance", UNSET))

        care_accept_in = cls(
            quote_version=quote_version,
            allowance=allowance,
        )

        return care_accept_in
