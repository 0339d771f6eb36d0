from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.withdrawal_period_out import WithdrawalPeriodOut


T = TypeVar("T", bound="MedicineOut")


@_attrs_define
class MedicineOut:
    active_substance: str
    antimicrobial_class: None | str
    antimicrobial_mg: None | str
    description: None | str
    dose_from: None | str
    dose_to: None | str
    form: None | str
    id: UUID
    manufacturer: None | str
    name: str
    prescription_only: bool
    prices: list[Money]
    routes: list[str]
    storage_requirements: None | str
    strength: None | str
    unit: str
    version: int
    withdrawal_periods: list[WithdrawalPeriodOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        active_substance = self.active_substance

        antimicrobial_class: None | str
        antimicrobial_class = self.antimicrobial_class

        antimicrobial_mg: None | str
        antimicrobial_mg = self.antimicrobial_mg

        description: None | str
        description = self.description

        dose_from: None | str
        dose_from = self.dose_from

        dose_to: None | str
        dose_to = self.dose_to

        form: None | str
        form = self.form

        id = str(self.id)

        manufacturer: None | str
        manufacturer = self.manufacturer

        name = self.name

        prescription_only = self.prescription_only

        prices = []
        for prices_item_data in self.prices:
            prices_item = prices_item_data.to_dict()
            prices.append(prices_item)

        routes = self.routes

        storage_requirements: None | str
        storage_requirements = self.storage_requirements

        strength: None | str
        strength = self.strength

        unit = self.unit

        version = self.version

        withdrawal_periods = []
        for withdrawal_periods_item_data in self.withdrawal_periods:
            withdrawal_periods_item = withdrawal_periods_item_data.to_dict()
            withdrawal_periods.append(withdrawal_periods_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active_substance": active_substance,
                "antimicrobial_class": antimicrobial_class,
                "antimicrobial_mg": antimicrobial_mg,
                "description": description,
                "dose_from": dose_from,
                "dose_to": dose_to,
                "form": form,
                "id": id,
                "manufacturer": manufacturer,
                "name": name,
                "prescription_only": prescription_only,
                "prices": prices,
                "routes": routes,
                "storage_requirements": storage_requirements,
                "strength": strength,
                "unit": unit,
                "version": version,
                "withdrawal_periods": withdrawal_periods,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.withdrawal_period_out import WithdrawalPeriodOut  # noqa: PLC0415

        d = dict(src_dict)
        active_substance = d.pop("active_substance")

        def _parse_antimicrobial_class(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        antimicrobial_class = _parse_antimicrobial_class(d.pop("antimicrobial_class"))

        def _parse_antimicrobial_mg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        antimicrobial_mg = _parse_antimicrobial_mg(d.pop("antimicrobial_mg"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        def _parse_dose_from(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        dose_from = _parse_dose_from(d.pop("dose_from"))

        def _parse_dose_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        dose_to = _parse_dose_to(d.pop("dose_to"))

        def _parse_form(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        form = _parse_form(d.pop("form"))

        id = UUID(d.pop("id"))

        def _parse_manufacturer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        manufacturer = _parse_manufacturer(d.pop("manufacturer"))

        name = d.pop("name")

        prescription_only = d.pop("prescription_only")

        prices = []
        _prices = d.pop("prices")
        for prices_item_data in _prices:
            prices_item = Money.from_dict(prices_item_data)

            prices.append(prices_item)

        routes = cast(list[str], d.pop("routes"))

        def _parse_storage_requirements(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        storage_requirements = _parse_storage_requirements(d.pop("storage_requirements"))

        def _parse_strength(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        strength = _parse_strength(d.pop("strength"))

        unit = d.pop("unit")

        version = d.pop("version")

        withdrawal_periods = []
        _withdrawal_periods = d.pop("withdrawal_periods")
        for withdrawal_periods_item_data in _withdrawal_periods:
            withdrawal_periods_item = WithdrawalPeriodOut.from_dict(withdrawal_periods_item_data)

            withdrawal_periods.append(withdrawal_periods_item)

        medicine_out = cls(
            active_substance=active_substance,
            antimicrobial_class=antimicrobial_class,
            antimicrobial_mg=antimicrobial_mg,
            description=description,
            dose_from=dose_from,
            dose_to=dose_to,
            form=form,
            id=id,
            manufacturer=manufacturer,
            name=name,
            prescription_only=prescription_only,
            prices=prices,
            routes=routes,
            storage_requirements=storage_requirements,
            strength=strength,
            unit=unit,
            version=version,
            withdrawal_periods=withdrawal_periods,
        )

        medicine_out.additional_properties = d
        return medicine_out

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
