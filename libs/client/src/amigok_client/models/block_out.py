from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.act_out import ActOut


T = TypeVar("T", bound="BlockOut")


@_attrs_define
class BlockOut:
    """A block of one animal and what administrators did to it. It stands while `cleared_at` is null."""

    acts: list[ActOut]
    cleared_at: datetime.datetime | None
    id: UUID
    livestock_id: UUID
    placed_at: datetime.datetime
    reason: str
    """ Known: `withdrawal_period`, `quarantine`, `unconfirmed`, `removal_requested`, `debt`, `claim`, `dispute`,
    `contest`, `other`, `unpaid_feed`, `unpaid_care`, `in_escrow` """
    source_id: UUID
    until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acts = []
        for acts_item_data in self.acts:
            acts_item = acts_item_data.to_dict()
            acts.append(acts_item)

        cleared_at: None | str
        if isinstance(self.cleared_at, datetime.datetime):
            cleared_at = self.cleared_at.isoformat()
        else:
            cleared_at = self.cleared_at

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        placed_at = self.placed_at.isoformat()

        reason = self.reason

        source_id = str(self.source_id)

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acts": acts,
                "cleared_at": cleared_at,
                "id": id,
                "livestock_id": livestock_id,
                "placed_at": placed_at,
                "reason": reason,
                "source_id": source_id,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.act_out import ActOut  # noqa: PLC0415

        d = dict(src_dict)
        acts = []
        _acts = d.pop("acts")
        for acts_item_data in _acts:
            acts_item = ActOut.from_dict(acts_item_data)

            acts.append(acts_item)

        def _parse_cleared_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cleared_at_type_0 = datetime.datetime.fromisoformat(data)

                return cleared_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        cleared_at = _parse_cleared_at(d.pop("cleared_at"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        reason = d.pop("reason")

        source_id = UUID(d.pop("source_id"))

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        block_out = cls(
            acts=acts,
            cleared_at=cleared_at,
            id=id,
            livestock_id=livestock_id,
            placed_at=placed_at,
            reason=reason,
            source_id=source_id,
            until=until,
        )

        block_out.additional_properties = d
        return block_out

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
