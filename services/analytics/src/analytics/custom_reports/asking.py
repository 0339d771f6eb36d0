"""What a report asks for, as clients write it: names of the catalogue, and values."""

from collections.abc import Container, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from amigok_chassis.schemas import In, NearMoment
from amigok_chassis.text import Line
from analytics.custom_reports.catalogue import DATASETS, FILTERED, Dataset, DatasetName, DimensionName, MeasureName
from analytics.scopes.schemas import ScopeIn, TimeZone

Text = Annotated[Line, Field(min_length=1, max_length=100, examples=["feed"])]


class Filter(In):
    """Only rows whose dimension is, or is not, one of these values."""

    dimension: DimensionName
    is_not: bool = False
    values: Annotated[list[Text], Field(min_length=1, max_length=50)]

    @model_validator(mode="after")
    def _can_be_chosen(self) -> Self:
        if self.dimension not in FILTERED:
            raise ValueError("rows are chosen in time by since and until")
        if self.dimension in ("farm", "animal"):
            self.values = [str(UUID(value)) for value in self.values]
        return self


class ReportQuery(ScopeIn):
    """What a report asks for: measures of one data set by dimensions, of rows that filters choose.

    The time is `last_days` whole days up to today, or from `since` until before `until`. Sums of money are always by
    currency.
    """

    dataset: DatasetName
    measures: Annotated[list[MeasureName], Field(min_length=1, max_length=6)]
    dimensions: Annotated[list[DimensionName], Field(max_length=4)] = []
    filters: Annotated[list[Filter], Field(max_length=10)] = []
    since: NearMoment | None = None
    until: NearMoment | None = None
    last_days: Annotated[int | None, Field(ge=1, le=3660)] = None
    time_zone: TimeZone = "UTC"
    chart: Literal["none", "bars", "line"] = "none"

    @model_validator(mode="after")
    def _asks_for_what_there_is(self) -> Self:
        self._refuse_unknown(self.measures, DATASETS[self.dataset].measures, "measures")
        self._refuse_unknown(self.dimensions, DATASETS[self.dataset].dimensions, "dimensions")
        self._refuse_unknown([each.dimension for each in self.filters], self.of.dimensions, "filters", once=False)
        return self

    @model_validator(mode="after")
    def _has_a_time(self) -> Self:
        if (self.last_days is None) == (self.since is None or self.until is None):
            raise ValueError("the time is last_days, or since and until")
        if self.since is not None and self.until is not None and self.since >= self.until:
            raise ValueError("since comes before until")
        return self

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Self:
        if self.chart != "none" and not self.dimensions:
            raise ValueError("a chart needs a dimension")
        return self

    def _refuse_unknown(self, names: Sequence[str], known: Container[str], what: str, *, once: bool = True) -> None:
        unknown = [name for name in names if name not in known]
        if unknown:
            raise ValueError(f"{self.dataset} has no {what} {', '.join(unknown)}")
        if once and len(set(names)) < len(names):
            raise ValueError(f"each of the {what} is named once")

    @property
    def of(self) -> Dataset:
        return DATASETS[self.dataset]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def time(self, now: datetime) -> tuple[datetime, datetime]:
        """From when until before when. Days end at midnight in the time zone, and today is not over."""
        if self.since is not None and self.until is not None:
            return self.since, min(self.until, now)
        today = now.astimezone(self.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return today - timedelta(days=self.last_days or 1), today
