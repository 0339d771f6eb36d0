"""A state machine is one table: what it does not have is refused, and what is wrong with it is told at once."""

from dataclasses import replace

import pytest

from amigok_chassis.machine import Machine, WrongState, markdown, step
from amigok_chassis.testing import machine_holds

LETTERS = Machine(
    "letters",
    states=("written", "posted", "delivered", "lost"),
    steps={
        "write": step(None, to="written", by="author"),
        "post": step("written", to="posted", by="author admin", then=["toy.letter.posted"]),
        "deliver": step("posted", "lost", to="delivered", by="postman"),
        "lose": step("written", "posted", to="lost", by="postman"),
        "trace": step("lost", to="posted delivered", by="admin"),
    },
    meanings={"lost": "Nobody knows where it is."},
)


def test_a_step_leads_where_the_table_says() -> None:
    assert LETTERS.follow("write", None) == "written"
    assert LETTERS.follow("deliver", "lost") == "delivered"
    assert LETTERS.ends("trace", "lost") == {"posted", "delivered"}
    assert LETTERS.leads("written", "lost")
    assert not LETTERS.leads("delivered", "lost")


@pytest.mark.parametrize(("action", "state"), [("post", "delivered"), ("post", None), ("write", "written")])
def test_what_the_table_does_not_have_is_refused_by_name(action: str, state: str | None) -> None:
    with pytest.raises(WrongState) as refusal:
        LETTERS.follow(action, state)
    assert (refusal.value.status, refusal.value.code) == (409, "wrong_state")
    assert refusal.value.members == {"state": state}


def test_ends_and_beginnings_follow_from_the_steps() -> None:
    assert LETTERS.initial == {"written"}
    assert LETTERS.terminal == {"delivered"}
    assert LETTERS.open == {"written", "posted", "lost"}


def test_constraints_follow_from_the_states() -> None:
    assert LETTERS.check("state") == "state IN ('written', 'posted', 'delivered', 'lost')"
    assert LETTERS.check("state", LETTERS.open) == "state IN ('written', 'posted', 'lost')"
    with pytest.raises(TypeError, match="no state burnt"):
        LETTERS.check("state", ["burnt"])


@pytest.mark.parametrize("wrong", [step("burnt", to="lost", by="admin"), step("written", to="burnt", by="admin")])
def test_a_state_that_is_not_declared_is_refused_at_import(wrong: object) -> None:
    with pytest.raises(TypeError, match="no state burnt"):
        replace(LETTERS, steps={**LETTERS.steps, "burn": wrong})  # type: ignore[dict-item]


def test_the_table_is_shown_as_it_is() -> None:
    assert markdown(LETTERS).splitlines() == [
        "| step | from | to | by | then |",
        "| --- | --- | --- | --- | --- |",
        "| write | - | written | author | |",
        "| post | written | posted | admin, author | toy.letter.posted |",
        "| deliver | posted, lost | delivered | postman | |",
        "| lose | written, posted | lost | postman | |",
        "| trace | lost | posted, delivered | admin | |",
        "",
        "- `lost`: Nobody knows where it is.",
    ]


def test_the_shared_test_passes_a_machine_that_holds_and_code_that_follows_it() -> None:
    machine_holds(LETTERS)
    machine_holds(LETTERS, lambda action, state: min(LETTERS.ends(action, state) or [LETTERS.follow(action, state)]))


def test_the_shared_test_finds_a_state_that_cannot_be_reached() -> None:
    with pytest.raises(AssertionError, match="unreachable"):
        machine_holds(replace(LETTERS, states=(*LETTERS.states, "burnt")))


def test_the_shared_test_finds_a_step_that_nobody_may_take() -> None:
    with pytest.raises(AssertionError, match="nobody may burn"):
        machine_holds(replace(LETTERS, steps={**LETTERS.steps, "burn": step("written", to="lost", by="")}))


def test_the_shared_test_finds_code_that_does_not_follow_the_table() -> None:
    with pytest.raises(AssertionError, match="write led from written"):
        machine_holds(LETTERS, lambda action, state: min(LETTERS.ends(action, state) or ["written"]))
    with pytest.raises(AssertionError, match="was refused"):
        machine_holds(LETTERS, lambda action, state: LETTERS.follow(action, "delivered"))
