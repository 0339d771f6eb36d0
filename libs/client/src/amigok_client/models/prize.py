from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.prize_kind import PrizeKind, check_prize_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="Prize")


@_attrs_define
class Prize:
    """What each of the ranks from `first` to `last` gets. `amount` is for cash; `what` says what anything else is.

    `percent` is for a discount. Several prizes may go to one rank, also in several currencies.

    """

    first: int
    kind: PrizeKind
    last: int
    amount: MoneyAsked | None | Unset = UNSET
    percent: int | None | Unset = UNSET
    what: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        first = self.first

        kind: str = self.kind

        last = self.last

        amount: dict[str, Any] | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        elif isinstance(self.amount, MoneyAsked):
            amount = self.amount.to_dict()
        else:
            amount = self.amount

        percent: int | None | Unset
        if isinstance(self.percent, Unset):
            percent = UNSET
        else:
            percent = self.percent

        what: None | str | Unset
        if isinstance(self.what, Unset):
            what = UNSET
        else:
            what = self.what

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "first": first,
                "kind": kind,
                "last": last,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if percent is not UNSET:
            field_dict["percent"] = percent
        if what is not UNSET:
            field_dict["what"] = what

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        first = d.pop("first")

        kind = check_prize_kind(d.pop("kind"))

        last = d.pop("last")

        def _parse_amount(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                amount_type_0 = MoneyAsked.from_dict(data)

                return amount_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        def _parse_percent(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        percent = _parse_percent(d.pop("percent", UNSET))

        def _parse_what(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        what = _parse_what(d.pop("what", UNSET))

        prize = cls(
            first=first,
            kind=kind,
            last=last,
            amount=amount,
            percent=percent,
            what=what,
        )

        return prize
