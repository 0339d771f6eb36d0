from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.subscription_out_cycle import SubscriptionOutCycle, check_subscription_out_cycle
from ..models.subscription_out_state import SubscriptionOutState, check_subscription_out_state

if TYPE_CHECKING:
    from ..models.current_period import CurrentPeriod


T = TypeVar("T", bound="SubscriptionOut")


@_attrs_define
class SubscriptionOut:
    """Which package an animal gets. Periods are counted from `anchor_at` in the time zone of its farm.

    `next_package_id` follows at the end of the period; with `cancel_at_end` nothing does.

    """

    anchor_at: datetime.datetime
    cancel_at_end: bool
    currency: str
    cycle: SubscriptionOutCycle
    end_reason: None | str
    ended_at: datetime.datetime | None
    id: UUID
    livestock_id: UUID
    next_package_id: None | UUID
    next_try_at: datetime.datetime | None
    """ When the price of an unpaid one is asked for again """
    package_id: UUID
    periods: list[CurrentPeriod]
    """ What runs now: at most one of a kind """
    started_at: datetime.datetime
    state: SubscriptionOutState
    time_zone: str
    unpaid_reason: None | str
    """ The code of the wallet's last refusal """
    unpaid_since: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        anchor_at = self.anchor_at.isoformat()

        cancel_at_end = self.cancel_at_end

        currency = self.currency

        cycle: str = self.cycle

        end_reason: None | str
        end_reason = self.end_reason

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        next_package_id: None | str
        if isinstance(self.next_package_id, UUID):
            next_package_id = str(self.next_package_id)
        else:
            next_package_id = self.next_package_id

        next_try_at: None | str
        if isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        package_id = str(self.package_id)

        periods = []
        for periods_item_data in self.periods:
            periods_item = periods_item_data.to_dict()
            periods.append(periods_item)

        started_at = self.started_at.isoformat()

        state: str = self.state

        time_zone = self.time_zone

        unpaid_reason: None | str
        unpaid_reason = self.unpaid_reason

        unpaid_since: None | str
        if isinstance(self.unpaid_since, datetime.datetime):
            unpaid_since = self.unpaid_since.isoformat()
        else:
            unpaid_since = self.unpaid_since

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "anchor_at": anchor_at,
                "cancel_at_end": cancel_at_end,
                "currency": currency,
                "cycle": cycle,
                "end_reason": end_reason,
                "ended_at": ended_at,
                "id": id,
                "livestock_id": livestock_id,
                "next_package_id": next_package_id,
                "next_try_at": next_try_at,
                "package_id": package_id,
                "periods": periods,
                "started_at": started_at,
                "state": state,
                "time_zone": time_zone,
                "unpaid_reason": unpaid_reason,
                "unpaid_since": unpaid_since,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.current_period import CurrentPeriod  # noqa: PLC0415

        d = dict(src_dict)
        anchor_at = datetime.datetime.fromisoformat(d.pop("anchor_at"))

        cancel_at_end = d.pop("cancel_at_end")

        currency = d.pop("currency")

        cycle = check_subscription_out_cycle(d.pop("cycle"))

        def _parse_end_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_next_package_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_package_id_type_0 = UUID(data)

                return next_package_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        next_package_id = _parse_next_package_id(d.pop("next_package_id"))

        def _parse_next_try_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_try_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_try_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_try_at = _parse_next_try_at(d.pop("next_try_at"))

        package_id = UUID(d.pop("package_id"))

        periods = []
        _periods = d.pop("periods")
        for periods_item_data in _periods:
            periods_item = CurrentPeriod.from_dict(periods_item_data)

            periods.append(periods_item)

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        state = check_subscription_out_state(d.pop("state"))

        time_zone = d.pop("time_zone")

        def _parse_unpaid_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unpaid_reason = _parse_unpaid_reason(d.pop("unpaid_reason"))

        def _parse_unpaid_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unpaid_since_type_0 = datetime.datetime.fromisoformat(data)

                return unpaid_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        unpaid_since = _parse_unpaid_since(d.pop("unpaid_since"))

        version = d.pop("version")

        subscription_out = cls(
            anchor_at=anchor_at,
            cancel_at_end=cancel_at_end,
            currency=currency,
            cycle=cycle,
            end_reason=end_reason,
            ended_at=ended_at,
            id=id,
            livestock_id=livestock_id,
            next_package_id=next_package_id,
            next_try_at=next_try_at,
            package_id=package_id,
            periods=periods,
            started_at=started_at,
            state=state,
            time_zone=time_zone,
            unpaid_reason=unpaid_reason,
            unpaid_since=unpaid_since,
            version=version,
        )

        subscription_out.additional_properties = d
        return subscription_out

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
