from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.certification import Certification


T = TypeVar("T", bound="FarmOut")


@_attrs_define
class FarmOut:
    address: None | str
    capacity: int
    certifications: list[Certification]
    current_occupancy: int
    facilities: list[str]
    id: UUID
    latitude: float
    longitude: float
    name: str
    time_zone: str
    version: int
    distance_km: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address: None | str
        address = self.address

        capacity = self.capacity

        certifications = []
        for certifications_item_data in self.certifications:
            certifications_item = certifications_item_data.to_dict()
            certifications.append(certifications_item)

        current_occupancy = self.current_occupancy

        facilities = self.facilities

        id = str(self.id)

        latitude = self.latitude

        longitude = self.longitude

        name = self.name

        time_zone = self.time_zone

        version = self.version

        distance_km: float | None | Unset
        if isinstance(self.distance_km, Unset):
            distance_km = UNSET
        else:
            distance_km = self.distance_km

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "capacity": capacity,
                "certifications": certifications,
                "current_occupancy": current_occupancy,
                "facilities": facilities,
                "id": id,
                "latitude": latitude,
                "longitude": longitude,
                "name": name,
                "time_zone": time_zone,
                "version": version,
            }
        )
        if distance_km is not UNSET:
            field_dict["distance_km"] = distance_km

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.certification import Certification  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        capacity = d.pop("capacity")

        certifications = []
        _certifications = d.pop("certifications")
        for certifications_item_data in _certifications:
            certifications_item = Certification.from_dict(certifications_item_data)

            certifications.append(certifications_item)

        current_occupancy = d.pop("current_occupancy")

        facilities = cast(list[str], d.pop("facilities"))

        id = UUID(d.pop("id"))

        latitude = d.pop("latitude")

        longitude = d.pop("longitude")

        name = d.pop("name")

        time_zone = d.pop("time_zone")

        version = d.pop("version")

        def _parse_distance_km(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        distance_km = _parse_distance_km(d.pop("distance_km", UNSET))

        farm_out = cls(
            address=address,
            capacity=capacity,
            certifications=certifications,
            current_occupancy=current_occupancy,
            facilities=facilities,
            id=id,
            latitude=latitude,
            longitude=longitude,
            name=name,
            time_zone=time_zone,
            version=version,
            distance_km=distance_km,
        )

        farm_out.additional_properties = d
        return farm_out

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
