"""How clients say whose figures they want."""

from typing import Annotated, Literal, Self
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, model_validator

from amigok_chassis.schemas import In

Whose = Literal["mine", "farm", "platform"]

MOST_ANIMALS = 200

_KNOWN = frozenset(available_timezones()) - {"localtime", "Factory"}


def _known_zone(name: str) -> str:
    if name not in _KNOWN:
        raise ValueError("a time zone is a name of the IANA database, such as Europe/Madrid")
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone), Field(max_length=64, examples=["Europe/Madrid"])]


class ScopeIn(In):
    """Whose figures: your own, of some animals if they are named, or those of all who own animals of a farm."""

    scope: Annotated[Whose, Field(description="`farm`: for its staff; `platform`: for administrators")] = "mine"
    farm_id: Annotated[UUID | None, Field(description="Which farm, with the scope `farm`")] = None
    livestock_id: Annotated[
        list[UUID], Field(max_length=MOST_ANIMALS, description="Only these animals; several times for a herd")
    ] = []

    @model_validator(mode="after")
    def _names_a_farm(self) -> Self:
        if (self.scope == "farm") != (self.farm_id is not None):
            raise ValueError("farm_id comes with the scope farm, and only with it")
        return self
