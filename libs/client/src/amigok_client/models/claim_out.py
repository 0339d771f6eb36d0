from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.claim_out_state import ClaimOutState, check_claim_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="ClaimOut")


@_attrs_define
class ClaimOut:
    """An insurance claim. `rejection` is the reason if it was rejected."""

    asked: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    death_id: UUID
    decided_at: datetime.datetime | None
    id: UUID
    livestock_id: UUID
    owner_id: UUID
    payout: Money | None
    rejection: None | str
    requested_at: datetime.datetime
    state: ClaimOutState
    statement: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        asked = self.asked.to_dict()

        death_id = str(self.death_id)

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        owner_id = str(self.owner_id)

        payout: dict[str, Any] | None
        if isinstance(self.payout, Money):
            payout = self.payout.to_dict()
        else:
            payout = self.payout

        rejection: None | str
        rejection = self.rejection

        requested_at = self.requested_at.isoformat()

        state: str = self.state

        statement: None | str
        statement = self.statement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked": asked,
                "death_id": death_id,
                "decided_at": decided_at,
                "id": id,
                "livestock_id": livestock_id,
                "owner_id": owner_id,
                "payout": payout,
                "rejection": rejection,
                "requested_at": requested_at,
                "state": state,
                "statement": statement,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        asked = Money.from_dict(d.pop("asked"))

        death_id = UUID(d.pop("death_id"))

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

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        owner_id = UUID(d.pop("owner_id"))

        def _parse_payout(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                payout_type_0 = Money.from_dict(data)

                return payout_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        payout = _parse_payout(d.pop("payout"))

        def _parse_rejection(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rejection = _parse_rejection(d.pop("rejection"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        state = check_claim_out_state(d.pop("state"))

        def _parse_statement(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        statement = _parse_statement(d.pop("statement"))

        claim_out = cls(
            asked=asked,
            death_id=death_id,
            decided_at=decided_at,
            id=id,
            livestock_id=livestock_id,
            owner_id=owner_id,
            payout=payout,
            rejection=rejection,
            requested_at=requested_at,
            state=state,
            statement=statement,
        )

        claim_out.additional_properties = d
        return claim_out

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
