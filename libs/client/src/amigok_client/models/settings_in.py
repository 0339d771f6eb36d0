from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="SettingsIn")


@_attrs_define
class SettingsIn:
    """Your language and time zone, the hours in which nobody wakes you, and when digests come."""

    language: Language
    """ A language, by its code of ISO 639-1. """
    time_zone: str
    digest_hour: int | Unset = 8
    digest_weekday: int | Unset = 0
    """ Monday is 0 """
    quiet_from: None | str | Unset = UNSET
    quiet_to: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        language: str = self.language

        time_zone = self.time_zone

        digest_hour = self.digest_hour

        digest_weekday = self.digest_weekday

        quiet_from: None | str | Unset
        if isinstance(self.quiet_from, Unset):
            quiet_from = UNSET
        else:
            quiet_from = self.quiet_from

        quiet_to: None | str | Unset
        if isinstance(self.quiet_to, Unset):
            quiet_to = UNSET
        else:
            quiet_to = self.quiet_to

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "language": language,
                "time_zone": time_zone,
            }
        )
        if digest_hour is not UNSET:
            field_dict["digest_hour"] = digest_hour
        if digest_weekday is not UNSET:
            field_dict["digest_weekday"] = digest_weekday
        if quiet_from is not UNSET:
            field_dict["quiet_from"] = quiet_from
        if quiet_to is not UNSET:
            field_dict["quiet_to"] = quiet_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        language = check_language(d.pop("language"))

        time_zone = d.pop("time_zone")

        digest_hour = d.pop("digest_hour", UNSET)

        digest_weekday = d.pop("digest_weekday", UNSET)

        def _parse_quiet_from(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_from = _parse_quiet_from(d.pop("quiet_from", UNSET))

        def _parse_quiet_to(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_to = _parse_quiet_to(d.pop("quiet_to", UNSET))

        settings_in = cls(
            language=language,
            time_zone=time_zone,
            digest_hour=digest_hour,
            digest_weekday=digest_weekday,
            quiet_from=quiet_from,
            quiet_to=quiet_to,
        )

        return settings_in
