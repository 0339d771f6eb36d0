"""Reports over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.schemas import In, Name, Out, Version
from analytics.custom_reports.asking import ReportQuery
from analytics.custom_reports.calendar import Schedule
from analytics.custom_reports.catalogue import DatasetName, Kind

Format = Literal["csv", "xlsx", "pdf"]


class ReportIn(In):
    """A report to be saved. With a schedule it is made by itself, and its owner is told."""

    name: Name
    query: ReportQuery
    format: Format = "csv"
    schedule: Schedule | None = None


class ReportChange(ReportIn):
    """All of a report as it is to be."""

    version: Version


class ReportOut(Out):
    """A saved report. It is made next at `next_at`."""

    id: UUID
    version: int
    name: str = Field(examples=["Feed by month"])
    query: ReportQuery
    format: Format
    schedule: Schedule | None
    next_at: AwareDatetime | None
    created_at: AwareDatetime


class ColumnOut(BaseModel):
    """A measure or dimension of a data set."""

    name: str = Field(examples=["amount"])
    kind: Kind
    filtered: bool = Field(description="Whether rows can be chosen by it")


class DatasetOut(BaseModel):
    """What can be asked of one kind of facts."""

    name: DatasetName
    measures: list[ColumnOut]
    dimensions: list[ColumnOut]


class CatalogueOut(BaseModel):
    """All that reports can ask for, and how many rows a file may have."""

    datasets: list[DatasetOut]
    most_rows: Annotated[dict[Format, int], Field(examples=[{"csv": 1000000, "xlsx": 200000, "pdf": 1000}])]
