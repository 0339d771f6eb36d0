from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feeding_out_outcome import FeedingOutOutcome, check_feeding_out_outcome
from ..models.feeding_out_verdict import FeedingOutVerdict, check_feeding_out_verdict

T = TypeVar("T", bound="FeedingOut")


@_attrs_define
class FeedingOut:
    """A recorded feeding.

    `recorded`: it counts for its meal. `corrected`: the meal was paid, and its owner pays or gets the difference.
    `unplanned`: no such meal was planned, and it costs nothing. `kg` is what was eaten; null where nobody knows.

    """

    client_id: UUID
    corrects_id: None | UUID
    fed_at: datetime.datetime
    id: UUID
    is_estimated: bool
    kg: None | str
    livestock_id: UUID
    meal_id: None | UUID
    outcome: FeedingOutOutcome
    reason: None | str
    recorded_at: datetime.datetime
    verdict: FeedingOutVerdict
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        corrects_id: None | str
        if isinstance(self.corrects_id, UUID):
            corrects_id = str(self.corrects_id)
        else:
            corrects_id = self.corrects_id

        fed_at = self.fed_at.isoformat()

        id = str(self.id)

        is_estimated = self.is_estimated

        kg: None | str
        kg = self.kg

        livestock_id = str(self.livestock_id)

        meal_id: None | str
        if isinstance(self.meal_id, UUID):
            meal_id = str(self.meal_id)
        else:
            meal_id = self.meal_id

        outcome: str = self.outcome

        reason: None | str
        reason = self.reason

        recorded_at = self.recorded_at.isoformat()

        verdict: str = self.verdict

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "corrects_id": corrects_id,
                "fed_at": fed_at,
                "id": id,
                "is_estimated": is_estimated,
                "kg": kg,
                "livestock_id": livestock_id,
                "meal_id": meal_id,
                "outcome": outcome,
                "reason": reason,
                "recorded_at": recorded_at,
                "verdict": verdict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        def _parse_corrects_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                corrects_id_type_0 = UUID(data)

                return corrects_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        corrects_id = _parse_corrects_id(d.pop("corrects_id"))

        fed_at = datetime.datetime.fromisoformat(d.pop("fed_at"))

        id = UUID(d.pop("id"))

        is_estimated = d.pop("is_estimated")

        def _parse_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kg = _parse_kg(d.pop("kg"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_meal_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                meal_id_type_0 = UUID(data)

                return meal_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        meal_id = _parse_meal_id(d.pop("meal_id"))

        outcome = check_feeding_out_outcome(d.pop("outcome"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        verdict = check_feeding_out_verdict(d.pop("verdict"))

        feeding_out = cls(
            client_id=client_id,
            corrects_id=corrects_id,
            fed_at=fed_at,
            id=id,
            is_estimated=is_estimated,
            kg=kg,
            livestock_id=livestock_id,
            meal_id=meal_id,
            outcome=outcome,
            reason=reason,
            recorded_at=recorded_at,
            verdict=verdict,
        )

        feeding_out.additional_properties = d
        return feeding_out

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
