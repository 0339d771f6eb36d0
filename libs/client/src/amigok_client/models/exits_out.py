from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.exit_limits import ExitLimits
    from ..models.stop_out import StopOut
    from ..models.unusual_exit import UnusualExit


T = TypeVar("T", bound="ExitsOut")


@_attrs_define
class ExitsOut:
    """What may leave your wallet, whether you have stopped it, and what was unusual lately, newest first."""

    limits: list[ExitLimits]
    stopped: None | StopOut
    unusual: list[UnusualExit]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.stop_out import StopOut  # noqa: PLC0415

        limits = []
        for limits_item_data in self.limits:
            limits_item = limits_item_data.to_dict()
            limits.append(limits_item)

        stopped: dict[str, Any] | None
        if isinstance(self.stopped, StopOut):
            stopped = self.stopped.to_dict()
        else:
            stopped = self.stopped

        unusual = []
        for unusual_item_data in self.unusual:
            unusual_item = unusual_item_data.to_dict()
            unusual.append(unusual_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "limits": limits,
                "stopped": stopped,
                "unusual": unusual,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.exit_limits import ExitLimits  # noqa: PLC0415
        from ..models.stop_out import StopOut  # noqa: PLC0415
        from ..models.unusual_exit import UnusualExit  # noqa: PLC0415

        d = dict(src_dict)
        limits = []
        _limits = d.pop("limits")
        for limits_item_data in _limits:
            limits_item = ExitLimits.from_dict(limits_item_data)

            limits.append(limits_item)

        def _parse_stopped(data: object) -> None | StopOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                stopped_type_0 = StopOut.from_dict(data)

                return stopped_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StopOut, data)

        stopped = _parse_stopped(d.pop("stopped"))

        unusual = []
        _unusual = d.pop("unusual")
        for unusual_item_data in _unusual:
            unusual_item = UnusualExit.from_dict(unusual_item_data)

            unusual.append(unusual_item)

        exits_out = cls(
            limits=limits,
            stopped=stopped,
            unusual=unusual,
        )

        exits_out.additional_properties = d
        return exits_out

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
