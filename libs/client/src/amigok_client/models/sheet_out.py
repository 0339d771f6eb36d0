from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.sheet_out_set_aside_type_0 import SheetOutSetAsideType0


T = TypeVar("T", bound="SheetOut")


@_attrs_define
class SheetOut:
    """What is known of your marks."""

    committed_at: datetime.datetime
    contest_id: UUID
    digest: str
    revealed_at: datetime.datetime | None
    set_aside: None | SheetOutSetAsideType0
    """ Positions that do not count, and why """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sheet_out_set_aside_type_0 import SheetOutSetAsideType0  # noqa: PLC0415

        committed_at = self.committed_at.isoformat()

        contest_id = str(self.contest_id)

        digest = self.digest

        revealed_at: None | str
        if isinstance(self.revealed_at, datetime.datetime):
            revealed_at = self.revealed_at.isoformat()
        else:
            revealed_at = self.revealed_at

        set_aside: dict[str, Any] | None
        if isinstance(self.set_aside, SheetOutSetAsideType0):
            set_aside = self.set_aside.to_dict()
        else:
            set_aside = self.set_aside

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "committed_at": committed_at,
                "contest_id": contest_id,
                "digest": digest,
                "revealed_at": revealed_at,
                "set_aside": set_aside,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sheet_out_set_aside_type_0 import SheetOutSetAsideType0  # noqa: PLC0415

        d = dict(src_dict)
        committed_at = datetime.datetime.fromisoformat(d.pop("committed_at"))

        contest_id = UUID(d.pop("contest_id"))

        digest = d.pop("digest")

        def _parse_revealed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revealed_at_type_0 = datetime.datetime.fromisoformat(data)

                return revealed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revealed_at = _parse_revealed_at(d.pop("revealed_at"))

        def _parse_set_aside(data: object) -> None | SheetOutSetAsideType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                set_aside_type_0 = SheetOutSetAsideType0.from_dict(data)

                return set_aside_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SheetOutSetAsideType0, data)

        set_aside = _parse_set_aside(d.pop("set_aside"))

        sheet_out = cls(
            committed_at=committed_at,
            contest_id=contest_id,
            digest=digest,
            revealed_at=revealed_at,
            set_aside=set_aside,
        )

        sheet_out.additional_properties = d
        return sheet_out

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
