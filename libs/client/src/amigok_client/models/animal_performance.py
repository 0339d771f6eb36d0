from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.cohort_out import CohortOut
    from ..models.health_out import HealthOut
    from ..models.measure_out import MeasureOut


T = TypeVar("T", bound="AnimalPerformance")


@_attrs_define
class AnimalPerformance:
    """How an animal did. The daily gain is between the first and the last weighing, at least 14 days apart.

    Feed conversion is kg fed for a kg gained, between the same weighings; null where it gained nothing. Of
    `meals_of_unknown_kg` nobody knows how much was eaten, so that conversion is too low.

    """

    cohort: CohortOut
    """ The animals of the same type, breed and age. Of fewer than 10, `animals` and all shares are null.

    `mortality` is the share that died in the time, `treated` the share that was treated. """
    daily_gain_kg: MeasureOut
    """ A measure of an animal; null where too little was measured. The cohort is null where it has too few animals.
    """
    died_at: datetime.datetime | None
    fed_kg: None | str
    feed_conversion: MeasureOut
    """ A measure of an animal; null where too little was measured. The cohort is null where it has too few animals.
    """
    health: HealthOut
    """ What an animal needed in the time. """
    livestock_id: UUID
    meals_of_unknown_kg: int
    weighings: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cohort = self.cohort.to_dict()

        daily_gain_kg = self.daily_gain_kg.to_dict()

        died_at: None | str
        if isinstance(self.died_at, datetime.datetime):
            died_at = self.died_at.isoformat()
        else:
            died_at = self.died_at

        fed_kg: None | str
        fed_kg = self.fed_kg

        feed_conversion = self.feed_conversion.to_dict()

        health = self.health.to_dict()

        livestock_id = str(self.livestock_id)

        meals_of_unknown_kg = self.meals_of_unknown_kg

        weighings = self.weighings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cohort": cohort,
                "daily_gain_kg": daily_gain_kg,
                "died_at": died_at,
                "fed_kg": fed_kg,
                "feed_conversion": feed_conversion,
                "health": health,
                "livestock_id": livestock_id,
                "meals_of_unknown_kg": meals_of_unknown_kg,
                "weighings": weighings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cohort_out import CohortOut  # noqa: PLC0415
        from ..models.health_out import HealthOut  # noqa: PLC0415
        from ..models.measure_out import MeasureOut  # noqa: PLC0415

        d = dict(src_dict)
        cohort = CohortOut.from_dict(d.pop("cohort"))

        daily_gain_kg = MeasureOut.from_dict(d.pop("daily_gain_kg"))

        def _parse_died_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                died_at_type_0 = datetime.datetime.fromisoformat(data)

                return died_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        died_at = _parse_died_at(d.pop("died_at"))

        def _parse_fed_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fed_kg = _parse_fed_kg(d.pop("fed_kg"))

        feed_conversion = MeasureOut.from_dict(d.pop("feed_conversion"))

        health = HealthOut.from_dict(d.pop("health"))

        livestock_id = UUID(d.pop("livestock_id"))

        meals_of_unknown_kg = d.pop("meals_of_unknown_kg")

        weighings = d.pop("weighings")

        animal_performance = cls(
            cohort=cohort,
            daily_gain_kg=daily_gain_kg,
            died_at=died_at,
            fed_kg=fed_kg,
            feed_conversion=feed_conversion,
            health=health,
            livestock_id=livestock_id,
            meals_of_unknown_kg=meals_of_unknown_kg,
            weighings=weighings,
        )

        animal_performance.additional_properties = d
        return animal_performance

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
