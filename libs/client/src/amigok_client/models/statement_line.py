from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.statement_line_kind import StatementLineKind, check_statement_line_kind
from ..models.statement_line_state import StatementLineState, check_statement_line_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="StatementLine")


@_attrs_define
class StatementLine:
    """A period in the list. `charged` is what was fed until it ended; null as long as it runs or waits for the wallet.

    `close_reason` says why it ended.

    """

    charged: Money | None
    close_reason: None | str
    closed_at: datetime.datetime | None
    ends_at: datetime.datetime
    id: UUID
    kind: StatementLineKind
    livestock_id: UUID
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    starts_at: datetime.datetime
    state: StatementLineState
    subscription_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        charged: dict[str, Any] | None
        if isinstance(self.charged, Money):
            charged = self.charged.to_dict()
        else:
            charged = self.charged

        close_reason: None | str
        close_reason = self.close_reason

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        ends_at = self.ends_at.isoformat()

        id = str(self.id)

        kind: str = self.kind

        livestock_id = str(self.livestock_id)

        price = self.price.to_dict()

        starts_at = self.starts_at.isoformat()

        state: str = self.state

        subscription_id = str(self.subscription_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "charged": charged,
                "close_reason": close_reason,
                "closed_at": closed_at,
                "ends_at": ends_at,
                "id": id,
                "kind": kind,
                "livestock_id": livestock_id,
                "price": price,
                "starts_at": starts_at,
                "state": state,
                "subscription_id": subscription_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_charged(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                charged_type_0 = Money.from_dict(data)

                return charged_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        charged = _parse_charged(d.pop("charged"))

        def _parse_close_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        close_reason = _parse_close_reason(d.pop("close_reason"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        id = UUID(d.pop("id"))

        kind = check_statement_line_kind(d.pop("kind"))

        livestock_id = UUID(d.pop("livestock_id"))

        price = Money.from_dict(d.pop("price"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        state = check_statement_line_state(d.pop("state"))

        subscription_id = UUID(d.pop("subscription_id"))

        statement_line = cls(
            charged=charged,
            close_reason=close_reason,
            closed_at=closed_at,
            ends_at=ends_at,
            id=id,
            kind=kind,
            livestock_id=livestock_id,
            price=price,
            starts_at=starts_at,
            state=state,
            subscription_id=subscription_id,
        )

        statement_line.additional_properties = d
        return statement_line

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
