from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.livestock_details_sex import LivestockDetailsSex, check_livestock_details_sex
from ..models.livestock_details_status import LivestockDetailsStatus, check_livestock_details_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LivestockDetails")


@_attrs_define
class LivestockDetails:
    """What its owner and the farm's people see in addition. Owner and price are null while the platform owns it.

    Nobody owns an animal that was removed. The area is where it stands in its farm, null in none that has a name.

    """

    area_id: None | UUID
    area_name: None | str
    birth_dam_id: None | UUID
    breed_id: UUID
    breed_name: str
    cover_url: None | str
    date_of_birth: datetime.date | None
    eid: None | str
    farm_id: UUID
    farm_name: str
    genetic_dam_id: None | UUID
    id: UUID
    livestock_type_id: UUID
    owned_since: datetime.datetime | None
    owner_id: None | UUID
    price_per_kg: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    purchase_price: Money | None
    registered_at: datetime.datetime
    sex: LivestockDetailsSex
    sire_id: None | UUID
    status: LivestockDetailsStatus
    tag_number: str
    type_name: str
    unique_id_card: str
    value: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    version: int
    weight_kg: str
    distance_km: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        area_name: None | str
        area_name = self.area_name

        birth_dam_id: None | str
        if isinstance(self.birth_dam_id, UUID):
            birth_dam_id = str(self.birth_dam_id)
        else:
            birth_dam_id = self.birth_dam_id

        breed_id = str(self.breed_id)

        breed_name = self.breed_name

        cover_url: None | str
        cover_url = self.cover_url

        date_of_birth: None | str
        if isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        eid: None | str
        eid = self.eid

        farm_id = str(self.farm_id)

        farm_name = self.farm_name

        genetic_dam_id: None | str
        if isinstance(self.genetic_dam_id, UUID):
            genetic_dam_id = str(self.genetic_dam_id)
        else:
            genetic_dam_id = self.genetic_dam_id

        id = str(self.id)

        livestock_type_id = str(self.livestock_type_id)

        owned_since: None | str
        if isinstance(self.owned_since, datetime.datetime):
            owned_since = self.owned_since.isoformat()
        else:
            owned_since = self.owned_since

        owner_id: None | str
        if isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        price_per_kg = self.price_per_kg.to_dict()

        purchase_price: dict[str, Any] | None
        if isinstance(self.purchase_price, Money):
            purchase_price = self.purchase_price.to_dict()
        else:
            purchase_price = self.purchase_price

        registered_at = self.registered_at.isoformat()

        sex: str = self.sex

        sire_id: None | str
        if isinstance(self.sire_id, UUID):
            sire_id = str(self.sire_id)
        else:
            sire_id = self.sire_id

        status: str = self.status

        tag_number = self.tag_number

        type_name = self.type_name

        unique_id_card = self.unique_id_card

        value = self.value.to_dict()

        version = self.version

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
                "area_id": area_id,
                "area_name": area_name,
                "birth_dam_id": birth_dam_id,
                "breed_id": breed_id,
                "breed_name": breed_name,
                "cover_url": cover_url,
                "date_of_birth": date_of_birth,
                "eid": eid,
                "farm_id": farm_id,
                "farm_name": farm_name,
                "genetic_dam_id": genetic_dam_id,
                "id": id,
                "livestock_type_id": livestock_type_id,
                "owned_since": owned_since,
                "owner_id": owner_id,
                "price_per_kg": price_per_kg,
                "purchase_price": purchase_price,
                "registered_at": registered_at,
                "sex": sex,
                "sire_id": sire_id,
                "status": status,
                "tag_number": tag_number,
                "type_name": type_name,
                "unique_id_card": unique_id_card,
                "value": value,
                "version": version,
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

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        def _parse_area_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area_name = _parse_area_name(d.pop("area_name"))

        def _parse_birth_dam_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birth_dam_id_type_0 = UUID(data)

                return birth_dam_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        birth_dam_id = _parse_birth_dam_id(d.pop("birth_dam_id"))

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

        def _parse_eid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        eid = _parse_eid(d.pop("eid"))

        farm_id = UUID(d.pop("farm_id"))

        farm_name = d.pop("farm_name")

        def _parse_genetic_dam_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                genetic_dam_id_type_0 = UUID(data)

                return genetic_dam_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        genetic_dam_id = _parse_genetic_dam_id(d.pop("genetic_dam_id"))

        id = UUID(d.pop("id"))

        livestock_type_id = UUID(d.pop("livestock_type_id"))

        def _parse_owned_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owned_since_type_0 = datetime.datetime.fromisoformat(data)

                return owned_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        owned_since = _parse_owned_since(d.pop("owned_since"))

        def _parse_owner_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_id_type_0 = UUID(data)

                return owner_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        owner_id = _parse_owner_id(d.pop("owner_id"))

        price_per_kg = Money.from_dict(d.pop("price_per_kg"))

        def _parse_purchase_price(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                purchase_price_type_0 = Money.from_dict(data)

                return purchase_price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        purchase_price = _parse_purchase_price(d.pop("purchase_price"))

        registered_at = datetime.datetime.fromisoformat(d.pop("registered_at"))

        sex = check_livestock_details_sex(d.pop("sex"))

        def _parse_sire_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sire_id_type_0 = UUID(data)

                return sire_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        sire_id = _parse_sire_id(d.pop("sire_id"))

        status = check_livestock_details_status(d.pop("status"))

        tag_number = d.pop("tag_number")

        type_name = d.pop("type_name")

        unique_id_card = d.pop("unique_id_card")

        value = Money.from_dict(d.pop("value"))

        version = d.pop("version")

        weight_kg = d.pop("weight_kg")

        def _parse_distance_km(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        distance_km = _parse_distance_km(d.pop("distance_km", UNSET))

        livestock_details = cls(
            area_id=area_id,
            area_name=area_name,
            birth_dam_id=birth_dam_id,
            breed_id=breed_id,
            breed_name=breed_name,
            cover_url=cover_url,
            date_of_birth=date_of_birth,
            eid=eid,
            farm_id=farm_id,
            farm_name=farm_name,
            genetic_dam_id=genetic_dam_id,
            id=id,
            livestock_type_id=livestock_type_id,
            owned_since=owned_since,
            owner_id=owner_id,
            price_per_kg=price_per_kg,
            purchase_price=purchase_price,
            registered_at=registered_at,
            sex=sex,
            sire_id=sire_id,
            status=status,
            tag_number=tag_number,
            type_name=type_name,
            unique_id_card=unique_id_card,
            value=value,
            version=version,
            weight_kg=weight_kg,
            distance_km=distance_km,
        )

        livestock_details.additional_properties = d
        return livestock_details

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
