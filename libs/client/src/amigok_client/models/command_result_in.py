from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.command_result_in_result import CommandResultInResult, check_command_result_in_result
from ..types import UNSET, Unset

T = TypeVar("T", bound="CommandResultIn")


@_attrs_define
class CommandResultIn:
    """What became of a command."""

    result: CommandResultInResult
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        result: str = self.result

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "result": result,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        result = check_command_result_in_result(d.pop("result"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        command_result_in = cls(
            result=result,
            note=note,
        )

        return command_result_in
