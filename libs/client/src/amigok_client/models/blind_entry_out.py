from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blind_entry_out_conflict_type_0 import BlindEntryOutConflictType0, check_blind_entry_out_conflict_type_0

if TYPE_CHECKING:
    from ..models.blind_entry_out_particulars import BlindEntryOutParticulars


T = TypeVar("T", bound="BlindEntryOut")


@_attrs_define
class BlindEntryOut:
    """An entry as you see it: at its position in your own order, without a name or an owner.

    With `conflict` you do not judge it: leave it out of your marks.

    """

    conflict: BlindEntryOutConflictType0 | None
    particulars: BlindEntryOutParticulars
    pictures: list[str]
    """ Paths """
    position: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        conflict: None | str
        if isinstance(self.conflict, str):
            conflict = self.conflict
        else:
            conflict = self.conflict

        particulars = self.particulars.to_dict()

        pictures = self.pictures

        position = self.position

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "conflict": conflict,
                "particulars": particulars,
                "pictures": pictures,
                "position": position,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.blind_entry_out_particulars import BlindEntryOutParticulars  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_conflict(data: object) -> BlindEntryOutConflictType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                conflict_type_0 = check_blind_entry_out_conflict_type_0(data)

                return conflict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BlindEntryOutConflictType0 | None, data)

        conflict = _parse_conflict(d.pop("conflict"))

        particulars = BlindEntryOutParticulars.from_dict(d.pop("particulars"))

        pictures = cast(list[str], d.pop("pictures"))

        position = d.pop("position")

        blind_entry_out = cls(
            conflict=conflict,
            particulars=particulars,
            pictures=pictures,
            position=position,
        )

        blind_entry_out.additional_properties = d
        return blind_entry_out

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
