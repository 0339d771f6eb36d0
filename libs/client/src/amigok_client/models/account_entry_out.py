from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_entry_out_entry import AccountEntryOutEntry, check_account_entry_out_entry

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="AccountEntryOut")


@_attrs_define
class AccountEntryOut:
    """A line of the account: above zero it was got, below zero paid. `explain` leads to its rows."""

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    entry: AccountEntryOutEntry
    explain: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        entry: str = self.entry

        explain = self.explain

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "entry": entry,
                "explain": explain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        entry = check_account_entry_out_entry(d.pop("entry"))

        explain = d.pop("explain")

        account_entry_out = cls(
            amount=amount,
            entry=entry,
            explain=explain,
        )

        account_entry_out.additional_properties = d
        return account_entry_out

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
