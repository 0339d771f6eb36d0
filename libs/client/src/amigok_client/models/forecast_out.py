from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.calibration_out import CalibrationOut
    from ..models.completeness import Completeness
    from ..models.kg_range import KgRange
    from ..models.money import Money
    from ..models.money_range import MoneyRange


T = TypeVar("T", bound="ForecastOut")


@_attrs_define
class ForecastOut:
    """What may become of an animal, and how earlier forecasts of so many days did (`calibration`)."""

    as_of: datetime.datetime
    """ What happened before then is counted """
    calibration: CalibrationOut
    """ How often ranges of so many days held: four fifths of the time, if they are worth anything.

    `share_low` and `share_high` are what chance alone explains (95 %). Shares are null until something was
    measured.
    `expected_deaths` is what forecasts came to, `died` what happened. """
    cases: int
    completeness: Completeness
    """ How complete figures are. They are `stale` where the books of a service differ from them.

    Everything that arrived before `complete_until` is counted; `waiting` events that came later are not yet, where
    10,001 are as many or more. """
    costs: MoneyRange
    """ An amount: one case in ten is below `p10`, half below `p50`, one in ten above `p90`. """
    days: int
    died: int
    ends_at: datetime.datetime
    explain: None | str
    """ Null where the rows are people's, whom nobody is shown """
    livestock_id: UUID
    made_at: datetime.datetime
    mortality: str
    result: MoneyRange
    """ An amount: one case in ten is below `p10`, half below `p50`, one in ten above `p90`. """
    rule: str
    sale_fee: str
    """ The part of a price that a sale costs: that of half of the last year's sales """
    value: MoneyRange
    """ An amount: one case in ten is below `p10`, half below `p50`, one in ten above `p90`. """
    value_now: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    weight_kg: KgRange
    """ A weight: one case in ten is below `p10`, half below `p50`, one in ten above `p90`. """
    weight_now_kg: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        calibration = self.calibration.to_dict()

        cases = self.cases

        completeness = self.completeness.to_dict()

        costs = self.costs.to_dict()

        days = self.days

        died = self.died

        ends_at = self.ends_at.isoformat()

        explain: None | str
        explain = self.explain

        livestock_id = str(self.livestock_id)

        made_at = self.made_at.isoformat()

        mortality = self.mortality

        result = self.result.to_dict()

        rule = self.rule

        sale_fee = self.sale_fee

        value = self.value.to_dict()

        value_now = self.value_now.to_dict()

        weight_kg = self.weight_kg.to_dict()

        weight_now_kg = self.weight_now_kg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "calibration": calibration,
                "cases": cases,
                "completeness": completeness,
                "costs": costs,
                "days": days,
                "died": died,
                "ends_at": ends_at,
                "explain": explain,
                "livestock_id": livestock_id,
                "made_at": made_at,
                "mortality": mortality,
                "result": result,
                "rule": rule,
                "sale_fee": sale_fee,
                "value": value,
                "value_now": value_now,
                "weight_kg": weight_kg,
                "weight_now_kg": weight_now_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calibration_out import CalibrationOut  # noqa: PLC0415
        from ..models.completeness import Completeness  # noqa: PLC0415
        from ..models.kg_range import KgRange  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.money_range import MoneyRange  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        calibration = CalibrationOut.from_dict(d.pop("calibration"))

        cases = d.pop("cases")

        completeness = Completeness.from_dict(d.pop("completeness"))

        costs = MoneyRange.from_dict(d.pop("costs"))

        days = d.pop("days")

        died = d.pop("died")

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        def _parse_explain(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explain = _parse_explain(d.pop("explain"))

        livestock_id = UUID(d.pop("livestock_id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        mortality = d.pop("mortality")

        result = MoneyRange.from_dict(d.pop("result"))

        rule = d.pop("rule")

        sale_fee = d.pop("sale_fee")

        value = MoneyRange.from_dict(d.pop("value"))

        value_now = Money.from_dict(d.pop("value_now"))

        weight_kg = KgRange.from_dict(d.pop("weight_kg"))

        weight_now_kg = d.pop("weight_now_kg")

        forecast_out = cls(
            as_of=as_of,
            calibration=calibration,
            cases=cases,
            completeness=completeness,
            costs=costs,
            days=days,
            died=died,
            ends_at=ends_at,
            explain=explain,
            livestock_id=livestock_id,
            made_at=made_at,
            mortality=mortality,
            result=result,
            rule=rule,
            sale_fee=sale_fee,
            value=value,
            value_now=value_now,
            weight_kg=weight_kg,
            weight_now_kg=weight_now_kg,
        )

        forecast_out.additional_properties = d
        return forecast_out

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
