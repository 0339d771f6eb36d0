from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.asked_address import AskedAddress
    from ..models.asked_phone import AskedPhone
    from ..models.consent_out import ConsentOut
    from ..models.export_activity_out import ExportActivityOut
    from ..models.export_out_elsewhere import ExportOutElsewhere
    from ..models.export_out_preferences import ExportOutPreferences
    from ..models.export_session_out import ExportSessionOut
    from ..models.identity_device_out import IdentityDeviceOut
    from ..models.own_profile import OwnProfile
    from ..models.own_submission_out import OwnSubmissionOut
    from ..models.passkey_out import PasskeyOut
    from ..models.two_factor_out import TwoFactorOut


T = TypeVar("T", bound="ExportOut")


@_attrs_define
class ExportOut:
    """All of the user's data in identity, and where to read the rest.

    `truncated` lists the sections of which only the newest entries are included. `elsewhere` lists what other services
    keep, with the path at which the signed-in user can read it.

    """

    activities: list[ExportActivityOut]
    addresses: list[AskedAddress]
    contact_consent: ConsentOut
    """ How you may be told things, apart from your inbox. """
    devices: list[IdentityDeviceOut]
    elsewhere: ExportOutElsewhere
    exported_at: datetime.datetime
    kyc: list[OwnSubmissionOut]
    passkeys: list[PasskeyOut]
    phones: list[AskedPhone]
    preferences: ExportOutPreferences
    profile: OwnProfile
    """ The profile, with the times of verifications and changes. """
    sessions: list[ExportSessionOut]
    truncated: list[str]
    two_factor: TwoFactorOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        activities = []
        for activities_item_data in self.activities:
            activities_item = activities_item_data.to_dict()
            activities.append(activities_item)

        addresses = []
        for addresses_item_data in self.addresses:
            addresses_item = addresses_item_data.to_dict()
            addresses.append(addresses_item)

        contact_consent = self.contact_consent.to_dict()

        devices = []
        for devices_item_data in self.devices:
            devices_item = devices_item_data.to_dict()
            devices.append(devices_item)

        elsewhere = self.elsewhere.to_dict()

        exported_at = self.exported_at.isoformat()

        kyc = []
        for kyc_item_data in self.kyc:
            kyc_item = kyc_item_data.to_dict()
            kyc.append(kyc_item)

        passkeys = []
        for passkeys_item_data in self.passkeys:
            passkeys_item = passkeys_item_data.to_dict()
            passkeys.append(passkeys_item)

        phones = []
        for phones_item_data in self.phones:
            phones_item = phones_item_data.to_dict()
            phones.append(phones_item)

        preferences = self.preferences.to_dict()

        profile = self.profile.to_dict()

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        truncated = self.truncated

        two_factor = self.two_factor.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "activities": activities,
                "addresses": addresses,
                "contact_consent": contact_consent,
                "devices": devices,
                "elsewhere": elsewhere,
                "exported_at": exported_at,
                "kyc": kyc,
                "passkeys": passkeys,
                "phones": phones,
                "preferences": preferences,
                "profile": profile,
                "sessions": sessions,
                "truncated": truncated,
                "two_factor": two_factor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked_address import AskedAddress  # noqa: PLC0415
        from ..models.asked_phone import AskedPhone  # noqa: PLC0415
        from ..models.consent_out import ConsentOut  # noqa: PLC0415
        from ..models.export_activity_out import ExportActivityOut  # noqa: PLC0415
        from ..models.export_out_elsewhere import ExportOutElsewhere  # noqa: PLC0415
        from ..models.export_out_preferences import ExportOutPreferences  # noqa: PLC0415
        from ..models.export_session_out import ExportSessionOut  # noqa: PLC0415
        from ..models.identity_device_out import IdentityDeviceOut  # noqa: PLC0415
        from ..models.own_profile import OwnProfile  # noqa: PLC0415
        from ..models.own_submission_out import OwnSubmissionOut  # noqa: PLC0415
        from ..models.passkey_out import PasskeyOut  # noqa: PLC0415
        from ..models.two_factor_out import TwoFactorOut  # noqa: PLC0415

        d = dict(src_dict)
        activities = []
        _activities = d.pop("activities")
        for activities_item_data in _activities:
            activities_item = ExportActivityOut.from_dict(activities_item_data)

            activities.append(activities_item)

        addresses = []
        _addresses = d.pop("addresses")
        for addresses_item_data in _addresses:
            addresses_item = AskedAddress.from_dict(addresses_item_data)

            addresses.append(addresses_item)

        contact_consent = ConsentOut.from_dict(d.pop("contact_consent"))

        devices = []
        _devices = d.pop("devices")
        for devices_item_data in _devices:
            devices_item = IdentityDeviceOut.from_dict(devices_item_data)

            devices.append(devices_item)

        elsewhere = ExportOutElsewhere.from_dict(d.pop("elsewhere"))

        exported_at = datetime.datetime.fromisoformat(d.pop("exported_at"))

        kyc = []
        _kyc = d.pop("kyc")
        for kyc_item_data in _kyc:
            kyc_item = OwnSubmissionOut.from_dict(kyc_item_data)

            kyc.append(kyc_item)

        passkeys = []
        _passkeys = d.pop("passkeys")
        for passkeys_item_data in _passkeys:
            passkeys_item = PasskeyOut.from_dict(passkeys_item_data)

            passkeys.append(passkeys_item)

        phones = []
        _phones = d.pop("phones")
        for phones_item_data in _phones:
            phones_item = AskedPhone.from_dict(phones_item_data)

            phones.append(phones_item)

        preferences = ExportOutPreferences.from_dict(d.pop("preferences"))

        profile = OwnProfile.from_dict(d.pop("profile"))

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = ExportSessionOut.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        truncated = cast(list[str], d.pop("truncated"))

        two_factor = TwoFactorOut.from_dict(d.pop("two_factor"))

        export_out = cls(
            activities=activities,
            addresses=addresses,
            contact_consent=contact_consent,
            devices=devices,
            elsewhere=elsewhere,
            exported_at=exported_at,
            kyc=kyc,
            passkeys=passkeys,
            phones=phones,
            preferences=preferences,
            profile=profile,
            sessions=sessions,
            truncated=truncated,
            two_factor=two_factor,
        )

        export_out.additional_properties = d
        return export_out

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
