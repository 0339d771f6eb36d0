from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BatchMovementOut")


@_attrs_define
class BatchMovementOut:
    """By how much the quantity of a batch, and what is reserved of it, grew."""

    id: UUID
    kind: str
    livestock_id: None | UUID
    moved_at: datetime.datetime
    moved_by: None | UUID
    note: None | str
    prescription_id: None | UUID
    quantity: str
    reserved: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind

        livestock_id: None | str
        if isinstance(self.livestock_id, UUID):
            livestock_id = str(self.livestock_id)
        else:
            livestock_id = self.livestock_id

        moved_at = self.moved_at.isoformat()

        moved_by: None | str
        if isinstance(self.moved_by, UUID):
            moved_by = str(self.moved_by)
        else:
            moved_by = self.moved_by

        note: None | str
        note = self.note

        prescription_id: None | str
        if isinstance(self.prescription_id, UUID):
            prescription_id = str(self.prescription_id)
        else:
            prescription_id = self.prescription_id

        quantity = self.quantity

        reserved = self.reserved

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "livestock_id": livestock_id,
                "moved_at": moved_at,
                "moved_by": moved_by,
                "note": note,
                "prescription_id": prescription_id,
                "quantity": quantity,
                "reserved": reserved,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        def _parse_livestock_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                livestock_id_type_0 = UUID(data)

                return livestock_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        livestock_id = _parse_livestock_id(d.pop("livestock_id"))

        moved_at = datetime.datetime.fromisoformat(d.pop("moved_at"))

        def _parse_moved_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                moved_by_type_0 = UUID(data)

                return moved_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        moved_by = _parse_moved_by(d.pop("moved_by"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_prescription_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                prescription_id_type_0 = UUID(data)

                return prescription_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        prescription_id = _parse_prescription_id(d.pop("prescription_id"))

        quantity = d.pop("quantity")

        reserved = d.pop("reserved")

        batch_movement_out = cls(
            id=id,
            kind=kind,
            livestock_id=livestock_id,
            moved_at=moved_at,
            moved_by=moved_by,
            note=note,
            prescription_id=prescription_id,
            quantity=quantity,
            reserved=reserved,
        )

        batch_movement_out.additional_properties = d
        return batch_movement_out

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
