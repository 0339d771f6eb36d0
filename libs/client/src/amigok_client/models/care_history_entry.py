from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_history_entry_care_type import CareHistoryEntryCareType, check_care_history_entry_care_type

T = TypeVar("T", bound="CareHistoryEntry")


@_attrs_define
class CareHistoryEntry:
    """Care that was done. What concerns the payer only, and what a former owner's care found, is null.

    A buyer sees the vaccinations that an animal had before, without what was written about them.

    """

    care_type: CareHistoryEntryCareType
    diagnosis: None | str
    done_at: datetime.datetime
    findings: None | str
    medicated: bool
    request_id: UUID
    service_name: str
    treatment: None | str
    veterinarian_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        care_type: str = self.care_type

        diagnosis: None | str
        diagnosis = self.diagnosis

        done_at = self.done_at.isoformat()

        findings: None | str
        findings = self.findings

        medicated = self.medicated

        request_id = str(self.request_id)

        service_name = self.service_name

        treatment: None | str
        treatment = self.treatment

        veterinarian_id: None | str
        if isinstance(self.veterinarian_id, UUID):
            veterinarian_id = str(self.veterinarian_id)
        else:
            veterinarian_id = self.veterinarian_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "care_type": care_type,
                "diagnosis": diagnosis,
                "done_at": done_at,
                "findings": findings,
                "medicated": medicated,
                "request_id": request_id,
                "service_name": service_name,
                "treatment": treatment,
                "veterinarian_id": veterinarian_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        care_type = check_care_history_entry_care_type(d.pop("care_type"))

        def _parse_diagnosis(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        diagnosis = _parse_diagnosis(d.pop("diagnosis"))

        done_at = datetime.datetime.fromisoformat(d.pop("done_at"))

        def _parse_findings(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        findings = _parse_findings(d.pop("findings"))

        medicated = d.pop("medicated")

        request_id = UUID(d.pop("request_id"))

        service_name = d.pop("service_name")

        def _parse_treatment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        treatment = _parse_treatment(d.pop("treatment"))

        def _parse_veterinarian_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                veterinarian_id_type_0 = UUID(data)

                return veterinarian_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        veterinarian_id = _parse_veterinarian_id(d.pop("veterinarian_id"))

        care_history_entry = cls(
            care_type=care_type,
            diagnosis=diagnosis,
            done_at=done_at,
            findings=findings,
            medicated=medicated,
            request_id=request_id,
            service_name=service_name,
            treatment=treatment,
            veterinarian_id=veterinarian_id,
        )

        care_history_entry.additional_properties = d
        return care_history_entry

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
