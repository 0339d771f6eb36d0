from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="StreamDeviceIn")


@_attrs_define
class StreamDeviceIn:
    """A device to be enrolled: it registers with the claim secret in the answer."""

    farm_id: UUID
    name: str
    serial: str
    """ What the maker has printed on it """
    capabilities: list[str] | Unset = UNSET
    """ What it can do; also the kinds of commands that it understands besides `restart` """
    ip_address: None | str | Unset = UNSET
    local_address: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        farm_id = str(self.farm_id)

        name = self.name

        serial = self.serial

        capabilities: list[str] | Unset = UNSET
        if not isinstance(self.capabilities, Unset):
            capabilities = self.capabilities

        ip_address: None | str | Unset
        if isinstance(self.ip_address, Unset):
            ip_address = UNSET
        else:
            ip_address = self.ip_address

        local_address: None | str | Unset
        if isinstance(self.local_address, Unset):
            local_address = UNSET
        else:
            local_address = self.local_address

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "farm_id": farm_id,
                "name": name,
                "serial": serial,
            }
        )
        if capabilities is not UNSET:
            field_dict["capabilities"] = capabilities
        if ip_address is not UNSET:
            field_dict["ip_address"] = ip_address
        if local_address is not UNSET:
            field_dict["local_address"] = local_address

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        farm_id = UUID(d.pop("farm_id"))

        name = d.pop("name")

        serial = d.pop("serial")

        capabilities = cast(list[str], d.pop("capabilities", UNSET))

        def _parse_ip_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ip_address = _parse_ip_address(d.pop("ip_address", UNSET))

        def _parse_local_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        local_address = _parse_local_address(d.pop("local_address", UNSET))

        stream_device_in = cls(
            farm_id=farm_id,
            name=name,
            serial=serial,
            capabilities=capabilities,
            ip_address=ip_address,
            local_address=local_address,
        )

        return stream_device_in
