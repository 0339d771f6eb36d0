from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.package_out_package_type import PackageOutPackageType, check_package_out_package_type

if TYPE_CHECKING:
    from ..models.version_out import VersionOut


T = TypeVar("T", bound="PackageOut")


@_attrs_define
class PackageOut:
    """A package as it is now; `upcoming` are versions that begin later."""

    breed_ids: list[UUID]
    current: None | VersionOut
    description: str
    farm_ids: list[UUID]
    id: UUID
    is_basic_ration: bool
    least_age_days: int | None
    least_weight_kg: None | str
    livestock_type_ids: list[UUID]
    most_age_days: int | None
    most_weight_kg: None | str
    name: str
    package_type: PackageOutPackageType
    retired_at: datetime.datetime | None
    upcoming: list[VersionOut]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.version_out import VersionOut  # noqa: PLC0415

        breed_ids = []
        for breed_ids_item_data in self.breed_ids:
            breed_ids_item = str(breed_ids_item_data)
            breed_ids.append(breed_ids_item)

        current: dict[str, Any] | None
        if isinstance(self.current, VersionOut):
            current = self.current.to_dict()
        else:
            current = self.current

        description = self.description

        farm_ids = []
        for farm_ids_item_data in self.farm_ids:
            farm_ids_item = str(farm_ids_item_data)
            farm_ids.append(farm_ids_item)

        id = str(self.id)

        is_basic_ration = self.is_basic_ration

        least_age_days: int | None
        least_age_days = self.least_age_days

        least_weight_kg: None | str
        least_weight_kg = self.least_weight_kg

        livestock_type_ids = []
        for livestock_type_ids_item_data in self.livestock_type_ids:
            livestock_type_ids_item = str(livestock_type_ids_item_data)
            livestock_type_ids.append(livestock_type_ids_item)

        most_age_days: int | None
        most_age_days = self.most_age_days

        most_weight_kg: None | str
        most_weight_kg = self.most_weight_kg

        name = self.name

        package_type: str = self.package_type

        retired_at: None | str
        if isinstance(self.retired_at, datetime.datetime):
            retired_at = self.retired_at.isoformat()
        else:
            retired_at = self.retired_at

        upcoming = []
        for upcoming_item_data in self.upcoming:
            upcoming_item = upcoming_item_data.to_dict()
            upcoming.append(upcoming_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "breed_ids": breed_ids,
                "current": current,
                "description": description,
                "farm_ids": farm_ids,
                "id": id,
                "is_basic_ration": is_basic_ration,
                "least_age_days": least_age_days,
                "least_weight_kg": least_weight_kg,
                "livestock_type_ids": livestock_type_ids,
                "most_age_days": most_age_days,
                "most_weight_kg": most_weight_kg,
                "name": name,
                "package_type": package_type,
                "retired_at": retired_at,
                "upcoming": upcoming,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.version_out import VersionOut  # noqa: PLC0415

        d = dict(src_dict)
        breed_ids = []
        _breed_ids = d.pop("breed_ids")
        for breed_ids_item_data in _breed_ids:
            breed_ids_item = UUID(breed_ids_item_data)

            breed_ids.append(breed_ids_item)

        def _parse_current(data: object) -> None | VersionOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                current_type_0 = VersionOut.from_dict(data)

                return current_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VersionOut, data)

        current = _parse_current(d.pop("current"))

        description = d.pop("description")

        farm_ids = []
        _farm_ids = d.pop("farm_ids")
        for farm_ids_item_data in _farm_ids:
            farm_ids_item = UUID(farm_ids_item_data)

            farm_ids.append(farm_ids_item)

        id = UUID(d.pop("id"))

        is_basic_ration = d.pop("is_basic_ration")

        def _parse_least_age_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        least_age_days = _parse_least_age_days(d.pop("least_age_days"))

        def _parse_least_weight_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        least_weight_kg = _parse_least_weight_kg(d.pop("least_weight_kg"))

        livestock_type_ids = []
        _livestock_type_ids = d.pop("livestock_type_ids")
        for livestock_type_ids_item_data in _livestock_type_ids:
            livestock_type_ids_item = UUID(livestock_type_ids_item_data)

            livestock_type_ids.append(livestock_type_ids_item)

        def _parse_most_age_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        most_age_days = _parse_most_age_days(d.pop("most_age_days"))

        def _parse_most_weight_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        most_weight_kg = _parse_most_weight_kg(d.pop("most_weight_kg"))

        name = d.pop("name")

        package_type = check_package_out_package_type(d.pop("package_type"))

        def _parse_retired_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                retired_at_type_0 = datetime.datetime.fromisoformat(data)

                return retired_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        retired_at = _parse_retired_at(d.pop("retired_at"))

        upcoming = []
        _upcoming = d.pop("upcoming")
        for upcoming_item_data in _upcoming:
            upcoming_item = VersionOut.from_dict(upcoming_item_data)

            upcoming.append(upcoming_item)

        version = d.pop("version")

        package_out = cls(
            breed_ids=breed_ids,
            current=current,
            description=description,
            farm_ids=farm_ids,
            id=id,
            is_basic_ration=is_basic_ration,
            least_age_days=least_age_days,
            least_weight_kg=least_weight_kg,
            livestock_type_ids=livestock_type_ids,
            most_age_days=most_age_days,
            most_weight_kg=most_weight_kg,
            name=name,
            package_type=package_type,
            retired_at=retired_at,
            upcoming=upcoming,
            version=version,
        )

        package_out.additional_properties = d
        return package_out

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
