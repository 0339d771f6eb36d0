from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BatchIn")


@_attrs_define
class BatchIn:
    """What was delivered of a batch to a farm, or without one to the central store."""

    batch_number: str
    expires_on: datetime.date
    """ from 2000-01-01 before 2100-01-01 """
    medicine_id: UUID
    quantity: float | str
    farm_id: None | Unset | UUID = UNSET
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        batch_number = self.batch_number

        expires_on = self.expires_on.isoformat()

        medicine_id = str(self.medicine_id)

        quantity: float | str
        quantity = self.quantity

        farm_id: None | str | Unset
        if isinstance(self.farm_id, Unset):
            farm_id = UNSET
        elif isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "batch_number": batch_number,
                "expires_on": expires_on,
                "medicine_id": medicine_id,
                "quantity": quantity,
            }
        )
        if farm_id is not UNSET:
            field_dict["farm_id"] = farm_id
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        batch_number = d.pop("batch_number")

        expires_on = datetime.date.fromisoformat(d.pop("expires_on"))

        medicine_id = UUID(d.pop("medicine_id"))

        def _parse_quantity(data: object) -> float | str:
            return cast(float | str, data)

        quantity = _parse_quantity(d.pop("quantity"))

        def _parse_farm_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                farm_id_type_0 = UUID(data)

                return farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        farm_id = _parse_farm_id(d.pop("farm_id", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        batch_in = cls(
            batch_number=batch_number,
            expires_on=expires_on,
            medicine_id=medicine_id,
            quantity=quantity,
            farm_id=farm_id,
            note=note,
        )

        return batch_in
