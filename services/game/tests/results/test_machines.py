"""The tables by which appeals and prizes move."""

from amigok_chassis import clock
from amigok_chassis.testing import machine_holds
from game.appeals.machine import APPEALS
from game.appeals.models import Appeal
from game.prizes.machine import AWARDS
from game.prizes.models import Award


def test_appeals_move_as_their_table_says() -> None:
    def take(action: str, state: str | None) -> str:
        if state is None:
            return APPEALS.follow(action, None)
        appeal = Appeal(state=state)
        appeal.become(action)
        return appeal.state

    machine_holds(APPEALS, take)


def test_prizes_move_as_their_table_says() -> None:
    machine_holds(AWARDS)
    for state in AWARDS.states:
        for action in AWARDS.steps:
            for end in AWARDS.ends(action, state):
                award = Award(state=state, due_at=clock.now(), reason="suspicion")
                award.become(action, now=clock.now())
                assert (award.state, award.due_at, award.reason) == (end, None, None)
