from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.medication_log_in_outcome import MedicationLogInOutcome, check_medication_log_in_outcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="MedicationLogIn")


@_attrs_define
class MedicationLogIn:
    """What became of a dose, now unless a time is given. One that was refused or skipped has a reason."""

    dose_id: UUID
    outcome: MedicationLogInOutcome
    client_id: None | Unset | UUID = UNSET
    """ The phone's own id of this entry. An entry that is sent again is recorded once. """
    happened_at: datetime.datetime | None | Unset = UNSET
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        dose_id = str(self.dose_id)

        outcome: str = self.outcome

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        happened_at: None | str | Unset
        if isinstance(self.happened_at, Unset):
            happened_at = UNSET
        elif isinstance(self.happened_at, datetime.datetime):
            happened_at = self.happened_at.isoformat()
        else:
            happened_at = self.happened_at

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dose_id": dose_id,
                "outcome": outcome,
            }
        )
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if happened_at is not UNSET:
            field_dict["happened_at"] = happened_at
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dose_id = UUID(d.pop("dose_id"))

        outcome = check_medication_log_in_outcome(d.pop("outcome"))

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        def _parse_happened_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                happened_at_type_0 = datetime.datetime.fromisoformat(data)

                return happened_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        happened_at = _parse_happened_at(d.pop("happened_at", UNSET))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        medication_log_in = cls(
            dose_id=dose_id,
            outcome=outcome,
            client_id=client_id,
            happened_at=happened_at,
            reason=reason,
        )

        return medication_log_in
