from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feeding_task_out_state import FeedingTaskOutState, check_feeding_task_out_state
from ..models.feeding_task_out_weight_type_0 import FeedingTaskOutWeightType0, check_feeding_task_out_weight_type_0

T = TypeVar("T", bound="FeedingTaskOut")


@_attrs_define
class FeedingTaskOut:
    """A meal to give. `ration_kg` is what it comes to now; null while the animal's weight is not known.

    `weight`: `measured`, `estimated` or `unknown`; null where the ration does not depend on it. `state`: `planned` or
    `missed` (both can be logged), or `fed`, `partly`, `refused`. `notes` are codes of what to mind: `quarantine`,
    `medicine`. `medicines` are those whose doses are due and were not given.

    """

    area_id: None | UUID
    area_name: None | str
    due_at: datetime.datetime
    fed_at: datetime.datetime | None
    fed_kg: None | str
    ingredients: list[str]
    livestock_id: UUID
    log_id: None | UUID
    meal_id: UUID
    medicines: list[str]
    notes: list[str]
    package_name: None | str
    ration_kg: None | str
    reason: None | str
    state: FeedingTaskOutState
    tag_number: None | str
    weight: FeedingTaskOutWeightType0 | None
    weight_kg: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        area_name: None | str
        area_name = self.area_name

        due_at = self.due_at.isoformat()

        fed_at: None | str
        if isinstance(self.fed_at, datetime.datetime):
            fed_at = self.fed_at.isoformat()
        else:
            fed_at = self.fed_at

        fed_kg: None | str
        fed_kg = self.fed_kg

        ingredients = self.ingredients

        livestock_id = str(self.livestock_id)

        log_id: None | str
        if isinstance(self.log_id, UUID):
            log_id = str(self.log_id)
        else:
            log_id = self.log_id

        meal_id = str(self.meal_id)

        medicines = self.medicines

        notes = self.notes

        package_name: None | str
        package_name = self.package_name

        ration_kg: None | str
        ration_kg = self.ration_kg

        reason: None | str
        reason = self.reason

        state: str = self.state

        tag_number: None | str
        tag_number = self.tag_number

        weight: None | str
        if isinstance(self.weight, str):
            weight = self.weight
        else:
            weight = self.weight

        weight_kg: None | str
        weight_kg = self.weight_kg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "area_id": area_id,
                "area_name": area_name,
                "due_at": due_at,
                "fed_at": fed_at,
                "fed_kg": fed_kg,
                "ingredients": ingredients,
                "livestock_id": livestock_id,
                "log_id": log_id,
                "meal_id": meal_id,
                "medicines": medicines,
                "notes": notes,
                "package_name": package_name,
                "ration_kg": ration_kg,
                "reason": reason,
                "state": state,
                "tag_number": tag_number,
                "weight": weight,
                "weight_kg": weight_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
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

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        def _parse_fed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fed_at_type_0 = datetime.datetime.fromisoformat(data)

                return fed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        fed_at = _parse_fed_at(d.pop("fed_at"))

        def _parse_fed_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fed_kg = _parse_fed_kg(d.pop("fed_kg"))

        ingredients = cast(list[str], d.pop("ingredients"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_log_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                log_id_type_0 = UUID(data)

                return log_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        log_id = _parse_log_id(d.pop("log_id"))

        meal_id = UUID(d.pop("meal_id"))

        medicines = cast(list[str], d.pop("medicines"))

        notes = cast(list[str], d.pop("notes"))

        def _parse_package_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        package_name = _parse_package_name(d.pop("package_name"))

        def _parse_ration_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ration_kg = _parse_ration_kg(d.pop("ration_kg"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        state = check_feeding_task_out_state(d.pop("state"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        def _parse_weight(data: object) -> FeedingTaskOutWeightType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                weight_type_0 = check_feeding_task_out_weight_type_0(data)

                return weight_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FeedingTaskOutWeightType0 | None, data)

        weight = _parse_weight(d.pop("weight"))

        def _parse_weight_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        weight_kg = _parse_weight_kg(d.pop("weight_kg"))

        feeding_task_out = cls(
            area_id=area_id,
            area_name=area_name,
            due_at=due_at,
            fed_at=fed_at,
            fed_kg=fed_kg,
            ingredients=ingredients,
            livestock_id=livestock_id,
            log_id=log_id,
            meal_id=meal_id,
            medicines=medicines,
            notes=notes,
            package_name=package_name,
            ration_kg=ration_kg,
            reason=reason,
            state=state,
            tag_number=tag_number,
            weight=weight,
            weight_kg=weight_kg,
        )

        feeding_task_out.additional_properties = d
        return feeding_task_out

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
