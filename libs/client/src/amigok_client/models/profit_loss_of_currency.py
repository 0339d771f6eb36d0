from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.account_entry_out import AccountEntryOut
    from ..models.left_out import LeftOut
    from ..models.money import Money


T = TypeVar("T", bound="ProfitLossOfCurrency")


@_attrs_define
class ProfitLossOfCurrency:
    """An account in one currency: its lines come to `realised`. `unrealised` is the change from `before` to `after`."""

    after: LeftOut
    """ The animals that there were at a moment. Of `at_cost` no value in this currency is known.

    No value is older than `oldest_value_at`. `explain` leads to the animals. """
    before: LeftOut
    """ The animals that there were at a moment. Of `at_cost` no value in this currency is known.

    No value is older than `oldest_value_at`. `explain` leads to the animals. """
    currency: str
    entries: list[AccountEntryOut]
    realised: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    total: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    unrealised: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        after = self.after.to_dict()

        before = self.before.to_dict()

        currency = self.currency

        entries = []
        for entries_item_data in self.entries:
            entries_item = entries_item_data.to_dict()
            entries.append(entries_item)

        realised = self.realised.to_dict()

        total = self.total.to_dict()

        unrealised = self.unrealised.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "after": after,
                "before": before,
                "currency": currency,
                "entries": entries,
                "realised": realised,
                "total": total,
                "unrealised": unrealised,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account_entry_out import AccountEntryOut  # noqa: PLC0415
        from ..models.left_out import LeftOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        after = LeftOut.from_dict(d.pop("after"))

        before = LeftOut.from_dict(d.pop("before"))

        currency = d.pop("currency")

        entries = []
        _entries = d.pop("entries")
        for entries_item_data in _entries:
            entries_item = AccountEntryOut.from_dict(entries_item_data)

            entries.append(entries_item)

        realised = Money.from_dict(d.pop("realised"))

        total = Money.from_dict(d.pop("total"))

        unrealised = Money.from_dict(d.pop("unrealised"))

        profit_loss_of_currency = cls(
            after=after,
            before=before,
            currency=currency,
            entries=entries,
            realised=realised,
            total=total,
            unrealised=unrealised,
        )

        profit_loss_of_currency.additional_properties = d
        return profit_loss_of_currency

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
