from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.custom_currency_type_0 import CustomCurrencyType0, check_custom_currency_type_0
from ..types import UNSET, Unset

T = TypeVar("T", bound="Custom")


@_attrs_define
class Custom:
    """A formula over published measures; the highest value wins. Measures of money need a currency."""

    formula: str
    kind: Literal["custom"] = "custom"
    checkup_days: int | Unset = 30
    currency: CustomCurrencyType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        formula = self.formula

        kind = self.kind

        checkup_days = self.checkup_days

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        elif isinstance(self.currency, str):
            currency = self.currency
        else:
            currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "formula": formula,
                "kind": kind,
            }
        )
        if checkup_days is not UNSET:
            field_dict["checkup_days"] = checkup_days
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        formula = d.pop("formula")

        kind = cast(Literal["custom"], d.pop("kind"))
        if kind != "custom":
            raise ValueError(f"kind must match const 'custom', got '{kind}'")

        checkup_days = d.pop("checkup_days", UNSET)

        def _parse_currency(data: object) -> CustomCurrencyType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                currency_type_0 = check_custom_currency_type_0(data)

                return currency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomCurrencyType0 | None | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        custom = cls(
            formula=formula,
            kind=kind,
            checkup_days=checkup_days,
            currency=currency,
        )

        return custom
