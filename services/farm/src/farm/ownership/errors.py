"""What is refused because of who owns an animal, by name."""

from collections.abc import Sequence

from amigok_chassis.errors import DomainError


class OwnAnimal(DomainError):
    """Nobody judges an animal of their own, or one that was theirs when it happened or since."""

    status, code = 403, "own_animal"


class SecondPersonNeeded(DomainError):
    """This counts when a second person has approved it: propose it."""

    status, code = 409, "second_person_needed"

    def __init__(self, why: Sequence["Doubt"]) -> None:
        super().__init__(" ".join(doubt.detail for doubt in why), why=[doubt.code for doubt in why])


class Doubt:
    """Why one person's word is not enough: a stable code, and a sentence for people."""

    def __init__(self, code: str, detail: str) -> None:
        self.code, self.detail = code, detail
