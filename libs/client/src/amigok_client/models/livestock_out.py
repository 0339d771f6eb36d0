from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.livestock_out_sex import LivestockOutSex, check_livestock_out_sex
from ..models.livestock_out_status import LivestockOutStatus, check_livestock_out_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LivestockOut")


@_attrs_define
class LivestockOut:
    """What anybody may know of an animal. `value` is its weight times its price per kg."""

    breed_id: UUID
    breed_name: str
    cover_url: None | str
    date_of_birth: datetime.date | None
    farm_id: UUID
    farm_name: str
    id: UUID
    livestock_type_id: UUID
    price_per_kg: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    sex: LivestockOutSex
    status: LivestockOutStatus
    tag_number: str
    type_name: str
    value: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    weight_kg: str
    distance_km: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        breed_id = str(self.breed_id)

        breed_name = self.breed_name

        cover_url: None | str
        cover_url = self.cover_url

        date_of_birth: None | str
        if isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        farm_id = str(self.farm_id)

        farm_name = self.farm_name

        id = str(self.id)

        livestock_type_id = str(self.livestock_type_id)

        price_per_kg = self.price_per_kg.to_dict()

        sex: str = self.sex

        status: str = self.status

        tag_number = self.tag_number

        type_name = self.type_name

        value = self.value.to_dict()

        weight_kg = self.weight_kg

        distance_km: float | None | Unset
        if isinstance(self.distance_km, Unset):
            distance_km = UNSET
        else:
            distance_km = self.distance_km

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "breed_id": breed_id,
                "breed_name": breed_name,
                "cover_url": cover_url,
                "date_of_birth": date_of_birth,
                "farm_id": farm_id,
                "farm_name": farm_name,
                "id": id,
                "livestock_type_id": livestock_type_id,
                "price_per_kg": price_per_kg,
                "sex": sex,
                "status": status,
                "tag_number": tag_number,
                "type_name": type_name,
                "value": value,
                "weight_kg": weight_kg,
            }
        )
        if distance_km is not UNSET:
            field_dict["distance_km"] = distance_km

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        breed_id = UUID(d.pop("breed_id"))

        breed_name = d.pop("breed_name")

        def _parse_cover_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cover_url = _parse_cover_url(d.pop("cover_url"))

        def _parse_date_of_birth(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_of_birth_type_0 = datetime.date.fromisoformat(data)

                return date_of_birth_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        date_of_birth = _parse_date_of_birth(d.pop("date_of_birth"))

        farm_id = UUID(d.pop("farm_id"))

        farm_name = d.pop("farm_name")

        id = UUID(d.pop("id"))

        livestock_type_id = UUID(d.pop("livestock_type_id"))

        price_per_kg = Money.from_dict(d.pop("price_per_kg"))

        sex = check_livestock_out_sex(d.pop("sex"))

        status = check_livestock_out_status(d.pop("status"))

        tag_number = d.pop("tag_number")

        type_name = d.pop("type_name")

        value = Money.from_dict(d.pop("value"))

        weight_kg = d.pop("weight_kg")

        def _parse_distance_km(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        distance_km = _parse_distance_km(d.pop("distance_km", UNSET))

        livestock_out = cls(
            breed_id=breed_id,
            breed_name=breed_name,
            cover_url=cover_url,
            date_of_birth=date_of_birth,
            farm_id=farm_id,
            farm_name=farm_name,
            id=id,
            livestock_type_id=livestock_type_id,
            price_per_kg=price_per_kg,
            sex=sex,
            status=status,
            tag_number=tag_number,
            type_name=type_name,
            value=value,
            weight_kg=weight_kg,
            distance_km=distance_km,
        )

        livestock_out.additional_properties = d
        return livestock_out

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
