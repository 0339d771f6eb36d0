from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.death_out_state import DeathOutState, check_death_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="DeathOut")


@_attrs_define
class DeathOut:
    """A reported death. `findings` are those of the confirming veterinarian, `value` is the animal's value then."""

    cause: str
    confirmed_at: datetime.datetime | None
    died_at: datetime.datetime
    evidence: None | str
    findings: None | str
    id: UUID
    livestock_id: UUID
    reported_at: datetime.datetime
    reverted_at: datetime.datetime | None
    state: DeathOutState
    value: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cause = self.cause

        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        died_at = self.died_at.isoformat()

        evidence: None | str
        evidence = self.evidence

        findings: None | str
        findings = self.findings

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        reported_at = self.reported_at.isoformat()

        reverted_at: None | str
        if isinstance(self.reverted_at, datetime.datetime):
            reverted_at = self.reverted_at.isoformat()
        else:
            reverted_at = self.reverted_at

        state: str = self.state

        value = self.value.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cause": cause,
                "confirmed_at": confirmed_at,
                "died_at": died_at,
                "evidence": evidence,
                "findings": findings,
                "id": id,
                "livestock_id": livestock_id,
                "reported_at": reported_at,
                "reverted_at": reverted_at,
                "state": state,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        cause = d.pop("cause")

        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmed_at"))

        died_at = datetime.datetime.fromisoformat(d.pop("died_at"))

        def _parse_evidence(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        evidence = _parse_evidence(d.pop("evidence"))

        def _parse_findings(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        findings = _parse_findings(d.pop("findings"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        reported_at = datetime.datetime.fromisoformat(d.pop("reported_at"))

        def _parse_reverted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reverted_at_type_0 = datetime.datetime.fromisoformat(data)

                return reverted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reverted_at = _parse_reverted_at(d.pop("reverted_at"))

        state = check_death_out_state(d.pop("state"))

        value = Money.from_dict(d.pop("value"))

        death_out = cls(
            cause=cause,
            confirmed_at=confirmed_at,
            died_at=died_at,
            evidence=evidence,
            findings=findings,
            id=id,
            livestock_id=livestock_id,
            reported_at=reported_at,
            reverted_at=reverted_at,
            state=state,
            value=value,
        )

        death_out.additional_properties = d
        return death_out

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
