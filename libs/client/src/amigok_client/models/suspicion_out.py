from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.suspicion_out_kind import SuspicionOutKind, check_suspicion_out_kind
from ..models.suspicion_out_state import SuspicionOutState, check_suspicion_out_state

if TYPE_CHECKING:
    from ..models.suspicion_out_evidence import SuspicionOutEvidence


T = TypeVar("T", bound="SuspicionOut")


@_attrs_define
class SuspicionOut:
    """A reason to look at entries or judges of a contest, with what was found."""

    contest_id: UUID
    decided_at: datetime.datetime | None
    decided_by: None | UUID
    entry_ids: list[UUID]
    evidence: SuspicionOutEvidence
    """ What was found, by kind """
    id: UUID
    judge_ids: list[UUID]
    kind: SuspicionOutKind
    note: None | str
    raised_at: datetime.datetime
    state: SuspicionOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contest_id = str(self.contest_id)

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decided_by: None | str
        if isinstance(self.decided_by, UUID):
            decided_by = str(self.decided_by)
        else:
            decided_by = self.decided_by

        entry_ids = []
        for entry_ids_item_data in self.entry_ids:
            entry_ids_item = str(entry_ids_item_data)
            entry_ids.append(entry_ids_item)

        evidence = self.evidence.to_dict()

        id = str(self.id)

        judge_ids = []
        for judge_ids_item_data in self.judge_ids:
            judge_ids_item = str(judge_ids_item_data)
            judge_ids.append(judge_ids_item)

        kind: str = self.kind

        note: None | str
        note = self.note

        raised_at = self.raised_at.isoformat()

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contest_id": contest_id,
                "decided_at": decided_at,
                "decided_by": decided_by,
                "entry_ids": entry_ids,
                "evidence": evidence,
                "id": id,
                "judge_ids": judge_ids,
                "kind": kind,
                "note": note,
                "raised_at": raised_at,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.suspicion_out_evidence import SuspicionOutEvidence  # noqa: PLC0415

        d = dict(src_dict)
        contest_id = UUID(d.pop("contest_id"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_decided_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_by_type_0 = UUID(data)

                return decided_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        entry_ids = []
        _entry_ids = d.pop("entry_ids")
        for entry_ids_item_data in _entry_ids:
            entry_ids_item = UUID(entry_ids_item_data)

            entry_ids.append(entry_ids_item)

        evidence = SuspicionOutEvidence.from_dict(d.pop("evidence"))

        id = UUID(d.pop("id"))

        judge_ids = []
        _judge_ids = d.pop("judge_ids")
        for judge_ids_item_data in _judge_ids:
            judge_ids_item = UUID(judge_ids_item_data)

            judge_ids.append(judge_ids_item)

        kind = check_suspicion_out_kind(d.pop("kind"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        raised_at = datetime.datetime.fromisoformat(d.pop("raised_at"))

        state = check_suspicion_out_state(d.pop("state"))

        suspicion_out = cls(
            contest_id=contest_id,
            decided_at=decided_at,
            decided_by=decided_by,
            entry_ids=entry_ids,
            evidence=evidence,
            id=id,
            judge_ids=judge_ids,
            kind=kind,
            note=note,
            raised_at=raised_at,
            state=state,
        )

        suspicion_out.additional_properties = d
        return suspicion_out

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
