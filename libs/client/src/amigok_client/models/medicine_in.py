from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.medicine_in_antimicrobial_class_type_0 import (
    MedicineInAntimicrobialClassType0,
    check_medicine_in_antimicrobial_class_type_0,
)
from ..models.medicine_in_routes_item import MedicineInRoutesItem, check_medicine_in_routes_item
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked
    from ..models.withdrawal_period_in import WithdrawalPeriodIn


T = TypeVar("T", bound="MedicineIn")


@_attrs_define
class MedicineIn:
    """A medicine. It may be given to the types of animals that it has withdrawal periods for.

    `unit` is what stock, doses and `prices` count in. `dose_from` and `dose_to` are units per kilogram of body weight
    for one administration. `antimicrobial_mg` is how much of its active substance one unit holds. Only a medicine with
    routes and a price can be prescribed.

    """

    active_substance: str
    name: str
    prescription_only: bool
    withdrawal_periods: list[WithdrawalPeriodIn]
    antimicrobial_class: MedicineInAntimicrobialClassType0 | None | Unset = UNSET
    antimicrobial_mg: float | None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    dose_from: float | None | str | Unset = UNSET
    dose_to: float | None | str | Unset = UNSET
    form: None | str | Unset = UNSET
    manufacturer: None | str | Unset = UNSET
    prices: list[MoneyAsked] | Unset = UNSET
    routes: list[MedicineInRoutesItem] | Unset = UNSET
    storage_requirements: None | str | Unset = UNSET
    strength: None | str | Unset = UNSET
    unit: str | Unset = "ml"

    def to_dict(self) -> dict[str, Any]:
        active_substance = self.active_substance

        name = self.name

        prescription_only = self.prescription_only

        withdrawal_periods = []
        for withdrawal_periods_item_data in self.withdrawal_periods:
            withdrawal_periods_item = withdrawal_periods_item_data.to_dict()
            withdrawal_periods.append(withdrawal_periods_item)

        antimicrobial_class: None | str | Unset
        if isinstance(self.antimicrobial_class, Unset):
            antimicrobial_class = UNSET
        elif isinstance(self.antimicrobial_class, str):
            antimicrobial_class = self.antimicrobial_class
        else:
            antimicrobial_class = self.antimicrobial_class

        antimicrobial_mg: float | None | str | Unset
        if isinstance(self.antimicrobial_mg, Unset):
            antimicrobial_mg = UNSET
        else:
            antimicrobial_mg = self.antimicrobial_mg

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        dose_from: float | None | str | Unset
        if isinstance(self.dose_from, Unset):
            dose_from = UNSET
        else:
            dose_from = self.dose_from

        dose_to: float | None | str | Unset
        if isinstance(self.dose_to, Unset):
            dose_to = UNSET
        else:
            dose_to = self.dose_to

        form: None | str | Unset
        if isinstance(self.form, Unset):
            form = UNSET
        else:
            form = self.form

        manufacturer: None | str | Unset
        if isinstance(self.manufacturer, Unset):
            manufacturer = UNSET
        else:
            manufacturer = self.manufacturer

        prices: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.prices, Unset):
            prices = []
            for prices_item_data in self.prices:
                prices_item = prices_item_data.to_dict()
                prices.append(prices_item)

        routes: list[str] | Unset = UNSET
        if not isinstance(self.routes, Unset):
            routes = []
            for routes_item_data in self.routes:
                routes_item: str = routes_item_data
                routes.append(routes_item)

        storage_requirements: None | str | Unset
        if isinstance(self.storage_requirements, Unset):
            storage_requirements = UNSET
        else:
            storage_requirements = self.storage_requirements

        strength: None | str | Unset
        if isinstance(self.strength, Unset):
            strength = UNSET
        else:
            strength = self.strength

        unit = self.unit

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "active_substance": active_substance,
                "name": name,
                "prescription_only": prescription_only,
                "withdrawal_periods": withdrawal_periods,
            }
        )
        if antimicrobial_class is not UNSET:
            field_dict["antimicrobial_class"] = antimicrobial_class
        if antimicrobial_mg is not UNSET:
            field_dict["antimicrobial_mg"] = antimicrobial_mg
        if description is not UNSET:
            field_dict["description"] = description
        if dose_from is not UNSET:
            field_dict["dose_from"] = dose_from
        if dose_to is not UNSET:
            field_dict["dose_to"] = dose_to
        if form is not UNSET:
            field_dict["form"] = form
        if manufacturer is not UNSET:
            field_dict["manufacturer"] = manufacturer
        if prices is not UNSET:
            field_dict["prices"] = prices
        if routes is not UNSET:
            field_dict["routes"] = routes
        if storage_requirements is not UNSET:
            field_dict["storage_requirements"] = storage_requirements
        if strength is not UNSET:
            field_dict["strength"] = strength
        if unit is not UNSET:
            field_dict["unit"] = unit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415
        from ..models.withdrawal_period_in import WithdrawalPeriodIn  # noqa: PLC0415

        d = dict(src_dict)
        active_substance = d.pop("active_substance")

        name = d.pop("name")

        prescription_only = d.pop("prescription_only")

        withdrawal_periods = []
        _withdrawal_periods = d.pop("withdrawal_periods")
        for withdrawal_periods_item_data in _withdrawal_periods:
            withdrawal_periods_item = WithdrawalPeriodIn.from_dict(withdrawal_periods_item_data)

            withdrawal_periods.append(withdrawal_periods_item)

        def _parse_antimicrobial_class(data: object) -> MedicineInAntimicrobialClassType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                antimicrobial_class_type_0 = check_medicine_in_antimicrobial_class_type_0(data)

                return antimicrobial_class_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MedicineInAntimicrobialClassType0 | None | Unset, data)

        antimicrobial_class = _parse_antimicrobial_class(d.pop("antimicrobial_class", UNSET))

        def _parse_antimicrobial_mg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        antimicrobial_mg = _parse_antimicrobial_mg(d.pop("antimicrobial_mg", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_dose_from(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        dose_from = _parse_dose_from(d.pop("dose_from", UNSET))

        def _parse_dose_to(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        dose_to = _parse_dose_to(d.pop("dose_to", UNSET))

        def _parse_form(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        form = _parse_form(d.pop("form", UNSET))

        def _parse_manufacturer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        manufacturer = _parse_manufacturer(d.pop("manufacturer", UNSET))

        _prices = d.pop("prices", UNSET)
        prices: list[MoneyAsked] | Unset = UNSET
        if _prices is not UNSET:
            prices = []
            for prices_item_data in _prices:
                prices_item = MoneyAsked.from_dict(prices_item_data)

                prices.append(prices_item)

        _routes = d.pop("routes", UNSET)
        routes: list[MedicineInRoutesItem] | Unset = UNSET
        if _routes is not UNSET:
            routes = []
            for routes_item_data in _routes:
                routes_item = check_medicine_in_routes_item(routes_item_data)

                routes.append(routes_item)

        def _parse_storage_requirements(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        storage_requirements = _parse_storage_requirements(d.pop("storage_requirements", UNSET))

        def _parse_strength(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        strength = _parse_strength(d.pop("strength", UNSET))

        unit = d.pop("unit", UNSET)

        medicine_in = cls(
            active_substance=active_substance,
            name=name,
            prescription_only=prescription_only,
            withdrawal_periods=withdrawal_periods,
            antimicrobial_class=antimicrobial_class,
            antimicrobial_mg=antimicrobial_mg,
            description=description,
            dose_from=dose_from,
            dose_to=dose_to,
            form=form,
            manufacturer=manufacturer,
            prices=prices,
            routes=routes,
            storage_requirements=storage_requirements,
            strength=strength,
            unit=unit,
        )

        return medicine_in
