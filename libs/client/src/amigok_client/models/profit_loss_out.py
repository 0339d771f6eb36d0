from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.profit_loss_out_scope import ProfitLossOutScope, check_profit_loss_out_scope

if TYPE_CHECKING:
    from ..models.completeness import Completeness
    from ..models.profit_loss_of_currency import ProfitLossOfCurrency


T = TypeVar("T", bound="ProfitLossOut")


@_attrs_define
class ProfitLossOut:
    """Profit and loss, for each currency by itself."""

    as_of: datetime.datetime
    """ What happened before then is counted """
    completeness: Completeness
    """ How complete figures are. They are `stale` where the books of a service differ from them.

    Everything that arrived before `complete_until` is counted; `waiting` events that came later are not yet, where
    10,001 are as many or more. """
    currencies: list[ProfitLossOfCurrency]
    explain: None | str
    """ Null where the rows are people's, whom nobody is shown """
    rates: list[str]
    """ The rates that were given """
    rule: str
    """ How animals are valued """
    scope: ProfitLossOutScope
    since: datetime.datetime | None
    time_zone: str
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        completeness = self.completeness.to_dict()

        currencies = []
        for currencies_item_data in self.currencies:
            currencies_item = currencies_item_data.to_dict()
            currencies.append(currencies_item)

        explain: None | str
        explain = self.explain

        rates = self.rates

        rule = self.rule

        scope: str = self.scope

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        time_zone = self.time_zone

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "completeness": completeness,
                "currencies": currencies,
                "explain": explain,
                "rates": rates,
                "rule": rule,
                "scope": scope,
                "since": since,
                "time_zone": time_zone,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.completeness import Completeness  # noqa: PLC0415
        from ..models.profit_loss_of_currency import ProfitLossOfCurrency  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        completeness = Completeness.from_dict(d.pop("completeness"))

        currencies = []
        _currencies = d.pop("currencies")
        for currencies_item_data in _currencies:
            currencies_item = ProfitLossOfCurrency.from_dict(currencies_item_data)

            currencies.append(currencies_item)

        def _parse_explain(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explain = _parse_explain(d.pop("explain"))

        rates = cast(list[str], d.pop("rates"))

        rule = d.pop("rule")

        scope = check_profit_loss_out_scope(d.pop("scope"))

        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))

        time_zone = d.pop("time_zone")

        until = datetime.datetime.fromisoformat(d.pop("until"))

        profit_loss_out = cls(
            as_of=as_of,
            completeness=completeness,
            currencies=currencies,
            explain=explain,
            rates=rates,
            rule=rule,
            scope=scope,
            since=since,
            time_zone=time_zone,
            until=until,
        )

        profit_loss_out.additional_properties = d
        return profit_loss_out

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
