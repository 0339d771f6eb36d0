from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MedicationIn")


@_attrs_define
class MedicationIn:
    """The medicine that was given. Withdrawal periods count from `last_administered_at`, by default `occurred_at`."""

    dose: str
    medicine_id: UUID
    last_administered_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        dose = self.dose

        medicine_id = str(self.medicine_id)

        last_administered_at: None | str | Unset
        if isinstance(self.last_administered_at, Unset):
            last_administered_at = UNSET
        elif isinstance(self.last_administered_at, datetime.datetime):
            last_administered_at = self.last_administered_at.isoformat()
        else:
            last_administered_at = self.last_administered_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dose": dose,
                "medicine_id": medicine_id,
            }
        )
        if last_administered_at is not UNSET:
            field_dict["last_administered_at"] = last_administered_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dose = d.pop("dose")

        medicine_id = UUID(d.pop("medicine_id"))

        def _parse_last_administered_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_administered_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_administered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        last_administered_at = _parse_last_administered_at(d.pop("last_administered_at", UNSET))

        medication_in = cls(
            dose=dose,
            medicine_id=medicine_id,
            last_administered_at=last_administered_at,
        )

        return medication_in
