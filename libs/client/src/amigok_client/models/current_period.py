from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.current_period_kind import CurrentPeriodKind, check_current_period_kind
from ..models.current_period_state import CurrentPeriodState, check_current_period_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="CurrentPeriod")


@_attrs_define
class CurrentPeriod:
    """The period that runs now. `state` is `asked` until its price is held."""

    ends_at: datetime.datetime
    id: UUID
    kind: CurrentPeriodKind
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    starts_at: datetime.datetime
    state: CurrentPeriodState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ends_at = self.ends_at.isoformat()

        id = str(self.id)

        kind: str = self.kind

        price = self.price.to_dict()

        starts_at = self.starts_at.isoformat()

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ends_at": ends_at,
                "id": id,
                "kind": kind,
                "price": price,
                "starts_at": starts_at,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        id = UUID(d.pop("id"))

        kind = check_current_period_kind(d.pop("kind"))

        price = Money.from_dict(d.pop("price"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        state = check_current_period_state(d.pop("state"))

        current_period = cls(
            ends_at=ends_at,
            id=id,
            kind=kind,
            price=price,
            starts_at=starts_at,
            state=state,
        )

        current_period.additional_properties = d
        return current_period

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
