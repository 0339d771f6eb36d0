from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="PackageChoiceIn")


@_attrs_define
class PackageChoiceIn:
    """Another package, and the price of a period that you have seen."""

    package_id: UUID
    price: MoneyAsked
    """ An exact amount. Never a float. """
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        package_id = str(self.package_id)

        price = self.price.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "package_id": package_id,
                "price": price,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        package_id = UUID(d.pop("package_id"))

        price = MoneyAsked.from_dict(d.pop("price"))

        version = d.pop("version")

        package_choice_in = cls(
            package_id=package_id,
            price=price,
            version=version,
        )

        return package_choice_in
