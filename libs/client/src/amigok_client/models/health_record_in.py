from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.health_record_in_record_type import HealthRecordInRecordType, check_health_record_in_record_type
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.medication_in import MedicationIn
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="HealthRecordIn")


@_attrs_define
class HealthRecordIn:
    """What happened to an animal, now unless a time is given. `supersedes_id` is the record that this one corrects."""

    record_type: HealthRecordInRecordType
    client_id: None | Unset | UUID = UNSET
    """ The phone's own id of this entry. An entry that is sent again is recorded once. """
    cost: MoneyAsked | None | Unset = UNSET
    description: None | str | Unset = UNSET
    diagnosis: None | str | Unset = UNSET
    medication: MedicationIn | None | Unset = UNSET
    next_checkup_on: datetime.date | None | Unset = UNSET
    occurred_at: datetime.datetime | None | Unset = UNSET
    supersedes_id: None | Unset | UUID = UNSET
    treatment: None | str | Unset = UNSET
    veterinarian_notes: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.medication_in import MedicationIn  # noqa: PLC0415
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        record_type: str = self.record_type

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        cost: dict[str, Any] | None | Unset
        if isinstance(self.cost, Unset):
            cost = UNSET
        elif isinstance(self.cost, MoneyAsked):
            cost = self.cost.to_dict()
        else:
            cost = self.cost

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        diagnosis: None | str | Unset
        if isinstance(self.diagnosis, Unset):
            diagnosis = UNSET
        else:
            diagnosis = self.diagnosis

        medication: dict[str, Any] | None | Unset
        if isinstance(self.medication, Unset):
            medication = UNSET
        elif isinstance(self.medication, MedicationIn):
            medication = self.medication.to_dict()
        else:
            medication = self.medication

        next_checkup_on: None | str | Unset
        if isinstance(self.next_checkup_on, Unset):
            next_checkup_on = UNSET
        elif isinstance(self.next_checkup_on, datetime.date):
            next_checkup_on = self.next_checkup_on.isoformat()
        else:
            next_checkup_on = self.next_checkup_on

        occurred_at: None | str | Unset
        if isinstance(self.occurred_at, Unset):
            occurred_at = UNSET
        elif isinstance(self.occurred_at, datetime.datetime):
            occurred_at = self.occurred_at.isoformat()
        else:
            occurred_at = self.occurred_at

        supersedes_id: None | str | Unset
        if isinstance(self.supersedes_id, Unset):
            supersedes_id = UNSET
        elif isinstance(self.supersedes_id, UUID):
            supersedes_id = str(self.supersedes_id)
        else:
            supersedes_id = self.supersedes_id

        treatment: None | str | Unset
        if isinstance(self.treatment, Unset):
            treatment = UNSET
        else:
            treatment = self.treatment

        veterinarian_notes: None | str | Unset
        if isinstance(self.veterinarian_notes, Unset):
            veterinarian_notes = UNSET
        else:
            veterinarian_notes = self.veterinarian_notes

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "record_type": record_type,
            }
        )
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if cost is not UNSET:
            field_dict["cost"] = cost
        if description is not UNSET:
            field_dict["description"] = description
        if diagnosis is not UNSET:
            field_dict["diagnosis"] = diagnosis
        if medication is not UNSET:
            field_dict["medication"] = medication
        if next_checkup_on is not UNSET:
            field_dict["next_checkup_on"] = next_checkup_on
        if occurred_at is not UNSET:
            field_dict["occurred_at"] = occurred_at
        if supersedes_id is not UNSET:
            field_dict["supersedes_id"] = supersedes_id
        if treatment is not UNSET:
            field_dict["treatment"] = treatment
        if veterinarian_notes is not UNSET:
            field_dict["veterinarian_notes"] = veterinarian_notes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.medication_in import MedicationIn  # noqa: PLC0415
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        record_type = check_health_record_in_record_type(d.pop("record_type"))

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        def _parse_cost(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cost_type_0 = MoneyAsked.from_dict(data)

                return cost_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        cost = _parse_cost(d.pop("cost", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_diagnosis(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        diagnosis = _parse_diagnosis(d.pop("diagnosis", UNSET))

        def _parse_medication(data: object) -> MedicationIn | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                medication_type_0 = MedicationIn.from_dict(data)

                return medication_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MedicationIn | None | Unset, data)

        medication = _parse_medication(d.pop("medication", UNSET))

        def _parse_next_checkup_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_checkup_on_type_0 = datetime.date.fromisoformat(data)

                return next_checkup_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        next_checkup_on = _parse_next_checkup_on(d.pop("next_checkup_on", UNSET))

        def _parse_occurred_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                occurred_at_type_0 = datetime.datetime.fromisoformat(data)

                return occurred_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        occurred_at = _parse_occurred_at(d.pop("occurred_at", UNSET))

        def _parse_supersedes_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supersedes_id_type_0 = UUID(data)

                return supersedes_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        supersedes_id = _parse_supersedes_id(d.pop("supersedes_id", UNSET))

        def _parse_treatment(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        treatment = _parse_treatment(d.pop("treatment", UNSET))

        def _parse_veterinarian_notes(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        veterinarian_notes = _parse_veterinarian_notes(d.pop("veterinarian_notes", UNSET))

        health_record_in = cls(
            record_type=record_type,
            client_id=client_id,
            cost=cost,
            description=description,
            diagnosis=diagnosis,
            medication=medication,
            next_checkup_on=next_checkup_on,
            occurred_at=occurred_at,
            supersedes_id=supersedes_id,
            treatment=treatment,
            veterinarian_notes=veterinarian_notes,
        )

        return health_record_in
