from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="AssignmentIn")


@_attrs_define
class AssignmentIn:
    """Whose a card is."""

    card: str
    livestock_id: UUID

    def to_dict(self) -> dict[str, Any]:
        card = self.card

        livestock_id = str(self.livestock_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "card": card,
                "livestock_id": livestock_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        card = d.pop("card")

        livestock_id = UUID(d.pop("livestock_id"))

        assignment_in = cls(
            card=card,
            livestock_id=livestock_id,
        )

        return assignment_in
