from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rate_out import RateOut


T = TypeVar("T", bound="SimpleOut")


@_attrs_define
class SimpleOut:
    """Parts of the result, each against what was invested."""

    realised: RateOut
    """ A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why. """
    total: RateOut
    """ A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why. """
    unrealised: RateOut
    """ A return as a fraction, 0.05 for 5 %. It is null where there is none, and `absent` says why. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        realised = self.realised.to_dict()

        total = self.total.to_dict()

        unrealised = self.unrealised.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "realised": realised,
                "total": total,
                "unrealised": unrealised,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rate_out import RateOut  # noqa: PLC0415

        d = dict(src_dict)
        realised = RateOut.from_dict(d.pop("realised"))

        total = RateOut.from_dict(d.pop("total"))

        unrealised = RateOut.from_dict(d.pop("unrealised"))

        simple_out = cls(
            realised=realised,
            total=total,
            unrealised=unrealised,
        )

        simple_out.additional_properties = d
        return simple_out

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
