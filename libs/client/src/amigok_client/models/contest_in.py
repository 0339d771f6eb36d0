from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked
    from ..models.prize import Prize
    from ..models.rules import Rules


T = TypeVar("T", bound="ContestIn")


@_attrs_define
class ContestIn:
    """A new contest."""

    ends_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    registration_closes_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
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
    starts_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    title: str
    appeal_days: int | Unset = 7
    description: str | Unset = ""
    entry_fee: MoneyAsked | None | Unset = UNSET
    judging_ends_at: datetime.datetime | None | Unset = UNSET
    prizes: list[Prize] | Unset = UNSET
    registration_opens_at: datetime.datetime | None | Unset = UNSET
    reveal_ends_at: datetime.datetime | None | Unset = UNSET
    sponsor: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        ends_at = self.ends_at.isoformat()

        registration_closes_at = self.registration_closes_at.isoformat()

        rules = self.rules.to_dict()

        rules_text = self.rules_text

        starts_at = self.starts_at.isoformat()

        title = self.title

        appeal_days = self.appeal_days

        description = self.description

        entry_fee: dict[str, Any] | None | Unset
        if isinstance(self.entry_fee, Unset):
            entry_fee = UNSET
        elif isinstance(self.entry_fee, MoneyAsked):
            entry_fee = self.entry_fee.to_dict()
        else:
            entry_fee = self.entry_fee

        judging_ends_at: None | str | Unset
        if isinstance(self.judging_ends_at, Unset):
            judging_ends_at = UNSET
        elif isinstance(self.judging_ends_at, datetime.datetime):
            judging_ends_at = self.judging_ends_at.isoformat()
        else:
            judging_ends_at = self.judging_ends_at

        prizes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.prizes, Unset):
            prizes = []
            for prizes_item_data in self.prizes:
                prizes_item = prizes_item_data.to_dict()
                prizes.append(prizes_item)

        registration_opens_at: None | str | Unset
        if isinstance(self.registration_opens_at, Unset):
            registration_opens_at = UNSET
        elif isinstance(self.registration_opens_at, datetime.datetime):
            registration_opens_at = self.registration_opens_at.isoformat()
        else:
            registration_opens_at = self.registration_opens_at

        reveal_ends_at: None | str | Unset
        if isinstance(self.reveal_ends_at, Unset):
            reveal_ends_at = UNSET
        elif isinstance(self.reveal_ends_at, datetime.datetime):
            reveal_ends_at = self.reveal_ends_at.isoformat()
        else:
            reveal_ends_at = self.reveal_ends_at

        sponsor: None | str | Unset
        if isinstance(self.sponsor, Unset):
            sponsor = UNSET
        else:
            sponsor = self.sponsor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ends_at": ends_at,
                "registration_closes_at": registration_closes_at,
                "rules": rules,
                "rules_text": rules_text,
                "starts_at": starts_at,
                "title": title,
            }
        )
        if appeal_days is not UNSET:
            field_dict["appeal_days"] = appeal_days
        if description is not UNSET:
            field_dict["description"] = description
        if entry_fee is not UNSET:
            field_dict["entry_fee"] = entry_fee
        if judging_ends_at is not UNSET:
            field_dict["judging_ends_at"] = judging_ends_at
        if prizes is not UNSET:
            field_dict["prizes"] = prizes
        if registration_opens_at is not UNSET:
            field_dict["registration_opens_at"] = registration_opens_at
        if reveal_ends_at is not UNSET:
            field_dict["reveal_ends_at"] = reveal_ends_at
        if sponsor is not UNSET:
            field_dict["sponsor"] = sponsor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415
        from ..models.prize import Prize  # noqa: PLC0415
        from ..models.rules import Rules  # noqa: PLC0415

        d = dict(src_dict)
        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        registration_closes_at = datetime.datetime.fromisoformat(d.pop("registration_closes_at"))

        rules = Rules.from_dict(d.pop("rules"))

        rules_text = d.pop("rules_text")

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        title = d.pop("title")

        appeal_days = d.pop("appeal_days", UNSET)

        description = d.pop("description", UNSET)

        def _parse_entry_fee(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                entry_fee_type_0 = MoneyAsked.from_dict(data)

                return entry_fee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        entry_fee = _parse_entry_fee(d.pop("entry_fee", UNSET))

        def _parse_judging_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                judging_ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return judging_ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        judging_ends_at = _parse_judging_ends_at(d.pop("judging_ends_at", UNSET))

        _prizes = d.pop("prizes", UNSET)
        prizes: list[Prize] | Unset = UNSET
        if _prizes is not UNSET:
            prizes = []
            for prizes_item_data in _prizes:
                prizes_item = Prize.from_dict(prizes_item_data)

                prizes.append(prizes_item)

        def _parse_registration_opens_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registration_opens_at_type_0 = datetime.datetime.fromisoformat(data)

                return registration_opens_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        registration_opens_at = _parse_registration_opens_at(d.pop("registration_opens_at", UNSET))

        def _parse_reveal_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reveal_ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return reveal_ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        reveal_ends_at = _parse_reveal_ends_at(d.pop("reveal_ends_at", UNSET))

        def _parse_sponsor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sponsor = _parse_sponsor(d.pop("sponsor", UNSET))

        contest_in = cls(
            ends_at=ends_at,
            registration_closes_at=registration_closes_at,
            rules=rules,
            rules_text=rules_text,
            starts_at=starts_at,
            title=title,
            appeal_days=appeal_days,
            description=description,
            entry_fee=entry_fee,
            judging_ends_at=judging_ends_at,
            prizes=prizes,
            registration_opens_at=registration_opens_at,
            reveal_ends_at=reveal_ends_at,
            sponsor=sponsor,
        )

        return contest_in
