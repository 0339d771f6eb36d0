from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="PayoutIn")


@_attrs_define
class PayoutIn:
    """A payout, at most the amount of the claim."""

    payout: MoneyAsked
    """ An exact amount. Never a float. """

    def to_dict(self) -> dict[str, Any]:
        payout = self.payout.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "payout": payout,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        payout = MoneyAsked.from_dict(d.pop("payout"))

        payout_in = cls(
            payout=payout,
        )

        return payout_in
