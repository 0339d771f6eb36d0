from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.health_record_out_record_type import HealthRecordOutRecordType, check_health_record_out_record_type

if TYPE_CHECKING:
    from ..models.medication_out import MedicationOut
    from ..models.money import Money


T = TypeVar("T", bound="HealthRecordOut")


@_attrs_define
class HealthRecordOut:
    """One record. `superseded_at` is when another record replaced it."""

    cost: Money | None
    description: None | str
    diagnosis: None | str
    id: UUID
    livestock_id: UUID
    medication: MedicationOut | None
    next_checkup_on: datetime.date | None
    occurred_at: datetime.datetime
    record_type: HealthRecordOutRecordType
    recorded_at: datetime.datetime
    recorded_by: UUID
    superseded_at: datetime.datetime | None
    supersedes_id: None | UUID
    treatment: None | str
    veterinarian_notes: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.medication_out import MedicationOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        cost: dict[str, Any] | None
        if isinstance(self.cost, Money):
            cost = self.cost.to_dict()
        else:
            cost = self.cost

        description: None | str
        description = self.description

        diagnosis: None | str
        diagnosis = self.diagnosis

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        medication: dict[str, Any] | None
        if isinstance(self.medication, MedicationOut):
            medication = self.medication.to_dict()
        else:
            medication = self.medication

        next_checkup_on: None | str
        if isinstance(self.next_checkup_on, datetime.date):
            next_checkup_on = self.next_checkup_on.isoformat()
        else:
            next_checkup_on = self.next_checkup_on

        occurred_at = self.occurred_at.isoformat()

        record_type: str = self.record_type

        recorded_at = self.recorded_at.isoformat()

        recorded_by = str(self.recorded_by)

        superseded_at: None | str
        if isinstance(self.superseded_at, datetime.datetime):
            superseded_at = self.superseded_at.isoformat()
        else:
            superseded_at = self.superseded_at

        supersedes_id: None | str
        if isinstance(self.supersedes_id, UUID):
            supersedes_id = str(self.supersedes_id)
        else:
            supersedes_id = self.supersedes_id

        treatment: None | str
        treatment = self.treatment

        veterinarian_notes: None | str
        veterinarian_notes = self.veterinarian_notes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cost": cost,
                "description": description,
                "diagnosis": diagnosis,
                "id": id,
                "livestock_id": livestock_id,
                "medication": medication,
                "next_checkup_on": next_checkup_on,
                "occurred_at": occurred_at,
                "record_type": record_type,
                "recorded_at": recorded_at,
                "recorded_by": recorded_by,
                "superseded_at": superseded_at,
                "supersedes_id": supersedes_id,
                "treatment": treatment,
                "veterinarian_notes": veterinarian_notes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.medication_out import MedicationOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_cost(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cost_type_0 = Money.from_dict(data)

                return cost_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        cost = _parse_cost(d.pop("cost"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        def _parse_diagnosis(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        diagnosis = _parse_diagnosis(d.pop("diagnosis"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_medication(data: object) -> MedicationOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                medication_type_0 = MedicationOut.from_dict(data)

                return medication_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MedicationOut | None, data)

        medication = _parse_medication(d.pop("medication"))

        def _parse_next_checkup_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_checkup_on_type_0 = datetime.date.fromisoformat(data)

                return next_checkup_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_checkup_on = _parse_next_checkup_on(d.pop("next_checkup_on"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        record_type = check_health_record_out_record_type(d.pop("record_type"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        recorded_by = UUID(d.pop("recorded_by"))

        def _parse_superseded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                superseded_at_type_0 = datetime.datetime.fromisoformat(data)

                return superseded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        superseded_at = _parse_superseded_at(d.pop("superseded_at"))

        def _parse_supersedes_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supersedes_id_type_0 = UUID(data)

                return supersedes_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        supersedes_id = _parse_supersedes_id(d.pop("supersedes_id"))

        def _parse_treatment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        treatment = _parse_treatment(d.pop("treatment"))

        def _parse_veterinarian_notes(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        veterinarian_notes = _parse_veterinarian_notes(d.pop("veterinarian_notes"))

        health_record_out = cls(
            cost=cost,
            description=description,
            diagnosis=diagnosis,
            id=id,
            livestock_id=livestock_id,
            medication=medication,
            next_checkup_on=next_checkup_on,
            occurred_at=occurred_at,
            record_type=record_type,
            recorded_at=recorded_at,
            recorded_by=recorded_by,
            superseded_at=superseded_at,
            supersedes_id=supersedes_id,
            treatment=treatment,
            veterinarian_notes=veterinarian_notes,
        )

        health_record_out.additional_properties = d
        return health_record_out

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
