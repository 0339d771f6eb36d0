from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_details_status import DeviceDetailsStatus, check_device_details_status

T = TypeVar("T", bound="DeviceDetails")


@_attrs_define
class DeviceDetails:
    """What administrators see in addition."""

    capabilities: list[str]
    claim_expires_at: datetime.datetime | None
    """ Until when it may register; null: there is no open claim """
    created_at: datetime.datetime
    farm_id: UUID
    heard_at: datetime.datetime | None
    id: UUID
    in_maintenance: bool
    ip_address: None | str
    local_address: None | str
    maintenance_from: datetime.datetime | None
    maintenance_until: datetime.datetime | None
    model_version: None | str
    name: str
    online_since: datetime.datetime | None
    """ Since when it was never silent for long; null: it is not online """
    registered_at: datetime.datetime | None
    revoked_at: datetime.datetime | None
    serial: str
    status: DeviceDetailsStatus
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        capabilities = self.capabilities

        claim_expires_at: None | str
        if isinstance(self.claim_expires_at, datetime.datetime):
            claim_expires_at = self.claim_expires_at.isoformat()
        else:
            claim_expires_at = self.claim_expires_at

        created_at = self.created_at.isoformat()

        farm_id = str(self.farm_id)

        heard_at: None | str
        if isinstance(self.heard_at, datetime.datetime):
            heard_at = self.heard_at.isoformat()
        else:
            heard_at = self.heard_at

        id = str(self.id)

        in_maintenance = self.in_maintenance

        ip_address: None | str
        ip_address = self.ip_address

        local_address: None | str
        local_address = self.local_address

        maintenance_from: None | str
        if isinstance(self.maintenance_from, datetime.datetime):
            maintenance_from = self.maintenance_from.isoformat()
        else:
            maintenance_from = self.maintenance_from

        maintenance_until: None | str
        if isinstance(self.maintenance_until, datetime.datetime):
            maintenance_until = self.maintenance_until.isoformat()
        else:
            maintenance_until = self.maintenance_until

        model_version: None | str
        model_version = self.model_version

        name = self.name

        online_since: None | str
        if isinstance(self.online_since, datetime.datetime):
            online_since = self.online_since.isoformat()
        else:
            online_since = self.online_since

        registered_at: None | str
        if isinstance(self.registered_at, datetime.datetime):
            registered_at = self.registered_at.isoformat()
        else:
            registered_at = self.registered_at

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        serial = self.serial

        status: str = self.status

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "capabilities": capabilities,
                "claim_expires_at": claim_expires_at,
                "created_at": created_at,
                "farm_id": farm_id,
                "heard_at": heard_at,
                "id": id,
                "in_maintenance": in_maintenance,
                "ip_address": ip_address,
                "local_address": local_address,
                "maintenance_from": maintenance_from,
                "maintenance_until": maintenance_until,
                "model_version": model_version,
                "name": name,
                "online_since": online_since,
                "registered_at": registered_at,
                "revoked_at": revoked_at,
                "serial": serial,
                "status": status,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        capabilities = cast(list[str], d.pop("capabilities"))

        def _parse_claim_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                claim_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return claim_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        claim_expires_at = _parse_claim_expires_at(d.pop("claim_expires_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        farm_id = UUID(d.pop("farm_id"))

        def _parse_heard_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                heard_at_type_0 = datetime.datetime.fromisoformat(data)

                return heard_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        heard_at = _parse_heard_at(d.pop("heard_at"))

        id = UUID(d.pop("id"))

        in_maintenance = d.pop("in_maintenance")

        def _parse_ip_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip_address = _parse_ip_address(d.pop("ip_address"))

        def _parse_local_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        local_address = _parse_local_address(d.pop("local_address"))

        def _parse_maintenance_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                maintenance_from_type_0 = datetime.datetime.fromisoformat(data)

                return maintenance_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        maintenance_from = _parse_maintenance_from(d.pop("maintenance_from"))

        def _parse_maintenance_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                maintenance_until_type_0 = datetime.datetime.fromisoformat(data)

                return maintenance_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        maintenance_until = _parse_maintenance_until(d.pop("maintenance_until"))

        def _parse_model_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        model_version = _parse_model_version(d.pop("model_version"))

        name = d.pop("name")

        def _parse_online_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                online_since_type_0 = datetime.datetime.fromisoformat(data)

                return online_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        online_since = _parse_online_since(d.pop("online_since"))

        def _parse_registered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registered_at_type_0 = datetime.datetime.fromisoformat(data)

                return registered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        registered_at = _parse_registered_at(d.pop("registered_at"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        serial = d.pop("serial")

        status = check_device_details_status(d.pop("status"))

        version = d.pop("version")

        device_details = cls(
            capabilities=capabilities,
            claim_expires_at=claim_expires_at,
            created_at=created_at,
            farm_id=farm_id,
            heard_at=heard_at,
            id=id,
            in_maintenance=in_maintenance,
            ip_address=ip_address,
            local_address=local_address,
            maintenance_from=maintenance_from,
            maintenance_until=maintenance_until,
            model_version=model_version,
            name=name,
            online_since=online_since,
            registered_at=registered_at,
            revoked_at=revoked_at,
            serial=serial,
            status=status,
            version=version,
        )

        device_details.additional_properties = d
        return device_details

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
