from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.certification import Certification


T = TypeVar("T", bound="FarmChange")


@_attrs_define
class FarmChange:
    """The whole farm as it is to be. Without a time zone it keeps the one that it has."""

    capacity: int
    latitude: float
    longitude: float
    name: str
    version: int
    """ The version that you have read """
    address: None | str | Unset = UNSET
    certifications: list[Certification] | Unset = UNSET
    facilities: list[str] | Unset = UNSET
    time_zone: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        capacity = self.capacity

        latitude = self.latitude

        longitude = self.longitude

        name = self.name

        version = self.version

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        certifications: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.certifications, Unset):
            certifications = []
            for certifications_item_data in self.certifications:
                certifications_item = certifications_item_data.to_dict()
                certifications.append(certifications_item)

        facilities: list[str] | Unset = UNSET
        if not isinstance(self.facilities, Unset):
            facilities = self.facilities

        time_zone: None | str | Unset
        if isinstance(self.time_zone, Unset):
            time_zone = UNSET
        else:
            time_zone = self.time_zone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "capacity": capacity,
                "latitude": latitude,
                "longitude": longitude,
                "name": name,
                "version": version,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if certifications is not UNSET:
            field_dict["certifications"] = certifications
        if facilities is not UNSET:
            field_dict["facilities"] = facilities
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.certification import Certification  # noqa: PLC0415

        d = dict(src_dict)
        capacity = d.pop("capacity")

        latitude = d.pop("latitude")

        longitude = d.pop("longitude")

        name = d.pop("name")

        version = d.pop("version")

        def _parse_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        _certifications = d.pop("certifications", UNSET)
        certifications: list[Certification] | Unset = UNSET
        if _certifications is not UNSET:
            certifications = []
            for certifications_item_data in _certifications:
                certifications_item = Certification.from_dict(certifications_item_data)

                certifications.append(certifications_item)

        facilities = cast(list[str], d.pop("facilities", UNSET))

        def _parse_time_zone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        time_zone = _parse_time_zone(d.pop("time_zone", UNSET))

        farm_change = cls(
            capacity=capacity,
            latitude=latitude,
            longitude=longitude,
            name=name,
            version=version,
            address=address,
            certifications=certifications,
            facilities=facilities,
            time_zone=time_zone,
        )

        return farm_change
