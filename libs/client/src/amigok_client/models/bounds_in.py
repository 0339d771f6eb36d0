from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bounds import Bounds


T = TypeVar("T", bound="BoundsIn")


@_attrs_define
class BoundsIn:
    """All bounds of a type as they are to be, and the type's version that you have read."""

    bounds: Bounds
    """ The bounds of one type. Those that are not given keep their defaults. """
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        bounds = self.bounds.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bounds": bounds,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bounds import Bounds  # noqa: PLC0415

        d = dict(src_dict)
        bounds = Bounds.from_dict(d.pop("bounds"))

        version = d.pop("version")

        bounds_in = cls(
            bounds=bounds,
            version=version,
        )

        return bounds_in
