from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="ResumeIn")


@_attrs_define
class ResumeIn:
    """The price of a period that you have seen."""

    price: MoneyAsked
    """ An exact amount. Never a float. """
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        price = self.price.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "price": price,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        price = MoneyAsked.from_dict(d.pop("price"))

        version = d.pop("version")

        resume_in = cls(
            price=price,
            version=version,
        )

        return resume_in
