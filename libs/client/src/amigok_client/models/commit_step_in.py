from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="CommitStepIn")


@_attrs_define
class CommitStepIn:
    """The first step."""

    digest: str
    step: Literal["commit"]

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        step = self.step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "digest": digest,
                "step": step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        step = cast(Literal["commit"], d.pop("step"))
        if step != "commit":
            raise ValueError(f"step must match const 'commit', got '{step}'")

        commit_step_in = cls(
            digest=digest,
            step=step,
        )

        return commit_step_in
