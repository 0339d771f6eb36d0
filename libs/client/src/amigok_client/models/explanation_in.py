from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ExplanationIn")


@_attrs_define
class ExplanationIn:
    """Why feed was given that was not in stock. With a lot, it was of this one, which was recorded later or expired."""

    explanation: str
    lot_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        explanation = self.explanation

        lot_id: None | str | Unset
        if isinstance(self.lot_id, Unset):
            lot_id = UNSET
        elif isinstance(self.lot_id, UUID):
            lot_id = str(self.lot_id)
        else:
            lot_id = self.lot_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "explanation": explanation,
            }
        )
        if lot_id is not UNSET:
            field_dict["lot_id"] = lot_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        explanation = d.pop("explanation")

        def _parse_lot_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lot_id_type_0 = UUID(data)

                return lot_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        lot_id = _parse_lot_id(d.pop("lot_id", UNSET))

        explanation_in = cls(
            explanation=explanation,
            lot_id=lot_id,
        )

        return explanation_in
