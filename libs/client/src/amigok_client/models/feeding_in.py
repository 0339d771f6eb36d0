from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.feeding_in_outcome import FeedingInOutcome, check_feeding_in_outcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="FeedingIn")


@_attrs_define
class FeedingIn:
    """What was seen at an animal's trough, sent as soon as the phone finds a network.

    `kg` is what was eaten: the ration unless it is given. `corrects_id` is the record of the same meal that this one
    replaces.

    """

    client_id: UUID
    """ The phone's own id of this feeding. One that is sent again is recorded once. """
    fed_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    livestock_id: UUID
    corrects_id: None | Unset | UUID = UNSET
    kg: float | None | str | Unset = UNSET
    meal_id: None | Unset | UUID = UNSET
    """ The task that it is about; without it the nearest of the animal """
    outcome: FeedingInOutcome | Unset = "fed"
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        fed_at = self.fed_at.isoformat()

        livestock_id = str(self.livestock_id)

        corrects_id: None | str | Unset
        if isinstance(self.corrects_id, Unset):
            corrects_id = UNSET
        elif isinstance(self.corrects_id, UUID):
            corrects_id = str(self.corrects_id)
        else:
            corrects_id = self.corrects_id

        kg: float | None | str | Unset
        if isinstance(self.kg, Unset):
            kg = UNSET
        else:
            kg = self.kg

        meal_id: None | str | Unset
        if isinstance(self.meal_id, Unset):
            meal_id = UNSET
        elif isinstance(self.meal_id, UUID):
            meal_id = str(self.meal_id)
        else:
            meal_id = self.meal_id

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "fed_at": fed_at,
                "livestock_id": livestock_id,
            }
        )
        if corrects_id is not UNSET:
            field_dict["corrects_id"] = corrects_id
        if kg is not UNSET:
            field_dict["kg"] = kg
        if meal_id is not UNSET:
            field_dict["meal_id"] = meal_id
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        fed_at = datetime.datetime.fromisoformat(d.pop("fed_at"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_corrects_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                corrects_id_type_0 = UUID(data)

                return corrects_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        corrects_id = _parse_corrects_id(d.pop("corrects_id", UNSET))

        def _parse_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        kg = _parse_kg(d.pop("kg", UNSET))

        def _parse_meal_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                meal_id_type_0 = UUID(data)

                return meal_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        meal_id = _parse_meal_id(d.pop("meal_id", UNSET))

        _outcome = d.pop("outcome", UNSET)
        outcome: FeedingInOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_feeding_in_outcome(_outcome)

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        feeding_in = cls(
            client_id=client_id,
            fed_at=fed_at,
            livestock_id=livestock_id,
            corrects_id=corrects_id,
            kg=kg,
            meal_id=meal_id,
            outcome=outcome,
            reason=reason,
        )

        return feeding_in
