from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.proposal_out_state import ProposalOutState, check_proposal_out_state

if TYPE_CHECKING:
    from ..models.proposal_out_payload import ProposalOutPayload


T = TypeVar("T", bound="ProposalOut")


@_attrs_define
class ProposalOut:
    """What somebody wants to be done, and what became of it."""

    alone: bool
    """ Decided by who proposed it: the installation has one administrator """
    beneficiaries: list[UUID]
    """ Who gains by it: they can neither propose nor decide it """
    decided_at: datetime.datetime | None
    decided_by: None | UUID
    expires_at: datetime.datetime
    id: UUID
    kind: str
    note: str
    payload: ProposalOutPayload
    """ What it says, by kind; empty once its person is deleted """
    proposed_at: datetime.datetime
    proposed_by: UUID
    state: ProposalOutState
    subject_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alone = self.alone

        beneficiaries = []
        for beneficiaries_item_data in self.beneficiaries:
            beneficiaries_item = str(beneficiaries_item_data)
            beneficiaries.append(beneficiaries_item)

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

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        kind = self.kind

        note = self.note

        payload = self.payload.to_dict()

        proposed_at = self.proposed_at.isoformat()

        proposed_by = str(self.proposed_by)

        state: str = self.state

        subject_id = str(self.subject_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alone": alone,
                "beneficiaries": beneficiaries,
                "decided_at": decided_at,
                "decided_by": decided_by,
                "expires_at": expires_at,
                "id": id,
                "kind": kind,
                "note": note,
                "payload": payload,
                "proposed_at": proposed_at,
                "proposed_by": proposed_by,
                "state": state,
                "subject_id": subject_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.proposal_out_payload import ProposalOutPayload  # noqa: PLC0415

        d = dict(src_dict)
        alone = d.pop("alone")

        beneficiaries = []
        _beneficiaries = d.pop("beneficiaries")
        for beneficiaries_item_data in _beneficiaries:
            beneficiaries_item = UUID(beneficiaries_item_data)

            beneficiaries.append(beneficiaries_item)

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

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        note = d.pop("note")

        payload = ProposalOutPayload.from_dict(d.pop("payload"))

        proposed_at = datetime.datetime.fromisoformat(d.pop("proposed_at"))

        proposed_by = UUID(d.pop("proposed_by"))

        state = check_proposal_out_state(d.pop("state"))

        subject_id = UUID(d.pop("subject_id"))

        proposal_out = cls(
            alone=alone,
            beneficiaries=beneficiaries,
            decided_at=decided_at,
            decided_by=decided_by,
            expires_at=expires_at,
            id=id,
            kind=kind,
            note=note,
            payload=payload,
            proposed_at=proposed_at,
            proposed_by=proposed_by,
            state=state,
            subject_id=subject_id,
        )

        proposal_out.additional_properties = d
        return proposal_out

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
