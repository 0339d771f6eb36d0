from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.prize import Prize
    from ..models.rules import Rules
    from ..models.rules_out_measures import RulesOutMeasures


T = TypeVar("T", bound="RulesOut")


@_attrs_define
class RulesOut:
    """The rules of a contest, as text and as data, and what was frozen when it started.

    `frozen_hash` is SHA-256 of the terms and the entries at the start. `measures` are what formulas are made of.

    """

    contest_id: UUID
    frozen_at: datetime.datetime | None
    frozen_hash: None | str
    measures: RulesOutMeasures
    prizes: list[Prize]
    rules: Rules
    """ The rules of a contest.

    `admission` says whether an administrator admits each entry. With fewer than `least_entries` it is cancelled
    when it
    should start. `ties`: equal scores share a rank, or who registered first is before the others. `tied_prizes`:
    those
    who share a rank get the prizes of all their ranks in equal parts (`split`), or each gets that of the rank
    (`each`).
    `forbids_sale`: the animals cannot be sold while the contest runs. What cannot be given for
    `unclaimed_days`, such as cash to somebody who is not verified, is nobody's. """
    rules_text: str
    scoring_version: int | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contest_id = str(self.contest_id)

        frozen_at: None | str
        if isinstance(self.frozen_at, datetime.datetime):
            frozen_at = self.frozen_at.isoformat()
        else:
            frozen_at = self.frozen_at

        frozen_hash: None | str
        frozen_hash = self.frozen_hash

        measures = self.measures.to_dict()

        prizes = []
        for prizes_item_data in self.prizes:
            prizes_item = prizes_item_data.to_dict()
            prizes.append(prizes_item)

        rules = self.rules.to_dict()

        rules_text = self.rules_text

        scoring_version: int | None
        scoring_version = self.scoring_version

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contest_id": contest_id,
                "frozen_at": frozen_at,
                "frozen_hash": frozen_hash,
                "measures": measures,
                "prizes": prizes,
                "rules": rules,
                "rules_text": rules_text,
                "scoring_version": scoring_version,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prize import Prize  # noqa: PLC0415
        from ..models.rules import Rules  # noqa: PLC0415
        from ..models.rules_out_measures import RulesOutMeasures  # noqa: PLC0415

        d = dict(src_dict)
        contest_id = UUID(d.pop("contest_id"))

        def _parse_frozen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                frozen_at_type_0 = datetime.datetime.fromisoformat(data)

                return frozen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        frozen_at = _parse_frozen_at(d.pop("frozen_at"))

        def _parse_frozen_hash(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        frozen_hash = _parse_frozen_hash(d.pop("frozen_hash"))

        measures = RulesOutMeasures.from_dict(d.pop("measures"))

        prizes = []
        _prizes = d.pop("prizes")
        for prizes_item_data in _prizes:
            prizes_item = Prize.from_dict(prizes_item_data)

            prizes.append(prizes_item)

        rules = Rules.from_dict(d.pop("rules"))

        rules_text = d.pop("rules_text")

        def _parse_scoring_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        scoring_version = _parse_scoring_version(d.pop("scoring_version"))

        version = d.pop("version")

        rules_out = cls(
            contest_id=contest_id,
            frozen_at=frozen_at,
            frozen_hash=frozen_hash,
            measures=measures,
            prizes=prizes,
            rules=rules,
            rules_text=rules_text,
            scoring_version=scoring_version,
            version=version,
        )

        rules_out.additional_properties = d
        return rules_out

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
