from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.rules_admission import RulesAdmission, check_rules_admission
from ..models.rules_tied_prizes import RulesTiedPrizes, check_rules_tied_prizes
from ..models.rules_ties import RulesTies, check_rules_ties
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.beauty import Beauty
    from ..models.consistency import Consistency
    from ..models.custom import Custom
    from ..models.eligibility import Eligibility
    from ..models.on_loss import OnLoss
    from ..models.profit import Profit
    from ..models.weight_gain import WeightGain


T = TypeVar("T", bound="Rules")


@_attrs_define
class Rules:
    """The rules of a contest.

    `admission` says whether an administrator admits each entry. With fewer than `least_entries` it is cancelled when it
    should start. `ties`: equal scores share a rank, or who registered first is before the others. `tied_prizes`: those
    who share a rank get the prizes of all their ranks in equal parts (`split`), or each gets that of the rank (`each`).
    `forbids_sale`: the animals cannot be sold while the contest runs. What cannot be given for
    `unclaimed_days`, such as cash to somebody who is not verified, is nobody's.

    """

    places: int
    scoring: Beauty | Consistency | Custom | Profit | WeightGain
    admission: RulesAdmission | Unset = "automatic"
    eligibility: Eligibility | Unset = UNSET
    """ Which animals may enter; what is empty or null does not matter. The age is that at the start of the contest.

    A weight is the last that was measured. `owned_days` is how long the owner has had the animal when they
    register. """
    entries_per_user: int | Unset = 1
    forbids_sale: bool | Unset = False
    least_entries: int | Unset = 2
    on_loss: OnLoss | Unset = UNSET
    """ What becomes of an entry whose owner loses the animal while the contest runs.

    `scored`: what happened until then counts. `withdrawn`: it keeps its place until the end, and then leaves; those
    behind it move up. """
    tied_prizes: RulesTiedPrizes | Unset = "split"
    ties: RulesTies | Unset = "shared"
    unclaimed_days: int | Unset = 90

    def to_dict(self) -> dict[str, Any]:
        from ..models.consistency import Consistency  # noqa: PLC0415
        from ..models.custom import Custom  # noqa: PLC0415
        from ..models.profit import Profit  # noqa: PLC0415
        from ..models.weight_gain import WeightGain  # noqa: PLC0415

        places = self.places

        scoring: dict[str, Any]
        if isinstance(self.scoring, WeightGain):
            scoring = self.scoring.to_dict()
        elif isinstance(self.scoring, Profit):
            scoring = self.scoring.to_dict()
        elif isinstance(self.scoring, Consistency):
            scoring = self.scoring.to_dict()
        elif isinstance(self.scoring, Custom):
            scoring = self.scoring.to_dict()
        else:
            scoring = self.scoring.to_dict()

        admission: str | Unset = UNSET
        if not isinstance(self.admission, Unset):
            admission = self.admission

        eligibility: dict[str, Any] | Unset = UNSET
        if not isinstance(self.eligibility, Unset):
            eligibility = self.eligibility.to_dict()

        entries_per_user = self.entries_per_user

        forbids_sale = self.forbids_sale

        least_entries = self.least_entries

        on_loss: dict[str, Any] | Unset = UNSET
        if not isinstance(self.on_loss, Unset):
            on_loss = self.on_loss.to_dict()

        tied_prizes: str | Unset = UNSET
        if not isinstance(self.tied_prizes, Unset):
            tied_prizes = self.tied_prizes

        ties: str | Unset = UNSET
        if not isinstance(self.ties, Unset):
            ties = self.ties

        unclaimed_days = self.unclaimed_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "places": places,
                "scoring": scoring,
            }
        )
        if admission is not UNSET:
            field_dict["admission"] = admission
        if eligibility is not UNSET:
            field_dict["eligibility"] = eligibility
        if entries_per_user is not UNSET:
            field_dict["entries_per_user"] = entries_per_user
        if forbids_sale is not UNSET:
            field_dict["forbids_sale"] = forbids_sale
        if least_entries is not UNSET:
            field_dict["least_entries"] = least_entries
        if on_loss is not UNSET:
            field_dict["on_loss"] = on_loss
        if tied_prizes is not UNSET:
            field_dict["tied_prizes"] = tied_prizes
        if ties is not UNSET:
            field_dict["ties"] = ties
        if unclaimed_days is not UNSET:
            field_dict["unclaimed_days"] = unclaimed_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.beauty import Beauty  # noqa: PLC0415
        from ..models.consistency import Consistency  # noqa: PLC0415
        from ..models.custom import Custom  # noqa: PLC0415
        from ..models.eligibility import Eligibility  # noqa: PLC0415
        from ..models.on_loss import OnLoss  # noqa: PLC0415
        from ..models.profit import Profit  # noqa: PLC0415
        from ..models.weight_gain import WeightGain  # noqa: PLC0415

        d = dict(src_dict)
        places = d.pop("places")

        def _parse_scoring(data: object) -> Beauty | Consistency | Custom | Profit | WeightGain:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scoring_type_0 = WeightGain.from_dict(data)

                return scoring_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scoring_type_1 = Profit.from_dict(data)

                return scoring_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scoring_type_2 = Consistency.from_dict(data)

                return scoring_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scoring_type_3 = Custom.from_dict(data)

                return scoring_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            scoring_type_4 = Beauty.from_dict(data)

            return scoring_type_4

        scoring = _parse_scoring(d.pop("scoring"))

        _admission = d.pop("admission", UNSET)
        admission: RulesAdmission | Unset
        if isinstance(_admission, Unset):
            admission = UNSET
        else:
            admission = check_rules_admission(_admission)

        _eligibility = d.pop("eligibility", UNSET)
        eligibility: Eligibility | Unset
        if isinstance(_eligibility, Unset):
            eligibility = UNSET
        else:
            eligibility = Eligibility.from_dict(_eligibility)

        entries_per_user = d.pop("entries_per_user", UNSET)

        forbids_sale = d.pop("forbids_sale", UNSET)

        least_entries = d.pop("least_entries", UNSET)

        _on_loss = d.pop("on_loss", UNSET)
        on_loss: OnLoss | Unset
        if isinstance(_on_loss, Unset):
            on_loss = UNSET
        else:
            on_loss = OnLoss.from_dict(_on_loss)

        _tied_prizes = d.pop("tied_prizes", UNSET)
        tied_prizes: RulesTiedPrizes | Unset
        if isinstance(_tied_prizes, Unset):
            tied_prizes = UNSET
        else:
            tied_prizes = check_rules_tied_prizes(_tied_prizes)

        _ties = d.pop("ties", UNSET)
        ties: RulesTies | Unset
        if isinstance(_ties, Unset):
            ties = UNSET
        else:
            ties = check_rules_ties(_ties)

        unclaimed_days = d.pop("unclaimed_days", UNSET)

        rules = cls(
            places=places,
            scoring=scoring,
            admission=admission,
            eligibility=eligibility,
            entries_per_user=entries_per_user,
            forbids_sale=forbids_sale,
            least_entries=least_entries,
            on_loss=on_loss,
            tied_prizes=tied_prizes,
            ties=ties,
            unclaimed_days=unclaimed_days,
        )

        return rules
