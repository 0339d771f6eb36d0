from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.camera_condition_in_state import CameraConditionInState, check_camera_condition_in_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="CameraConditionIn")


@_attrs_define
class CameraConditionIn:
    """How a camera is."""

    camera_id: UUID
    state: CameraConditionInState
    detail: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        camera_id = str(self.camera_id)

        state: str = self.state

        detail: None | str | Unset
        if isinstance(self.detail, Unset):
            detail = UNSET
        else:
            detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "camera_id": camera_id,
                "state": state,
            }
        )
        if detail is not UNSET:
            field_dict["detail"] = detail

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        camera_id = UUID(d.pop("camera_id"))

        state = check_camera_condition_in_state(d.pop("state"))

        def _parse_detail(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        detail = _parse_detail(d.pop("detail", UNSET))

        camera_condition_in = cls(
            camera_id=camera_id,
            state=state,
            detail=detail,
        )

        return camera_condition_in
