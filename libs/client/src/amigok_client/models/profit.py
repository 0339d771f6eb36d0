from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.profit_basis import ProfitBasis, check_profit_basis
from ..models.profit_currency import ProfitCurrency, check_profit_currency
from ..models.profit_measure import ProfitMeasure, check_profit_measure
from ..types import UNSET, Unset

T = TypeVar("T", bound="Profit")


@_attrs_define
class Profit:
    """What an animal earned, as the ledger says: sale or valuation, less purchase, feed and care, in one currency.

    It counts from the purchase, or from the valuation at the start of the contest. `percent` is of either.

    """

    currency: ProfitCurrency
    kind: Literal["profit"] = "profit"
    basis: ProfitBasis | Unset = "start"
    measure: ProfitMeasure | Unset = "amount"

    def to_dict(self) -> dict[str, Any]:
        currency: str = self.currency

        kind = self.kind

        basis: str | Unset = UNSET
        if not isinstance(self.basis, Unset):
            basis = self.basis

        measure: str | Unset = UNSET
        if not isinstance(self.measure, Unset):
            measure = self.measure

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "kind": kind,
            }
        )
        if basis is not UNSET:
            field_dict["basis"] = basis
        if measure is not UNSET:
            field_dict["measure"] = measure

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = check_profit_currency(d.pop("currency"))

        kind = cast(Literal["profit"], d.pop("kind"))
        if kind != "profit":
            raise ValueError(f"kind must match const 'profit', got '{kind}'")

        _basis = d.pop("basis", UNSET)
        basis: ProfitBasis | Unset
        if isinstance(_basis, Unset):
            basis = UNSET
        else:
            basis = check_profit_basis(_basis)

        _measure = d.pop("measure", UNSET)
        measure: ProfitMeasure | Unset
        if isinstance(_measure, Unset):
            measure = UNSET
        else:
            measure = check_profit_measure(_measure)

        profit = cls(
            currency=currency,
            kind=kind,
            basis=basis,
            measure=measure,
        )

        return profit
