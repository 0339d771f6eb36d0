"""The policy for exits as a table: every combination of what is known leads where it must."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.exits import rules
from wallet.exits.rules import Decision, Facts, decide
from wallet.exits.totals import HOURS, added, shifted, taken_back
from wallet.settings import Settings

NOW = datetime(2027, 3, 14, 12, tzinfo=UTC)
USD = rules.limits(Settings(), "USD")
LONG_AGO, JUST_NOW = NOW - timedelta(days=30), NOW - timedelta(minutes=1)

STATES: list[dict[str, Any]] = [{}, {"is_active": False}, {"is_stopped": True}, {"is_disputed": True}]
AMOUNTS = [1, 5_000, 5_001, 10_000, 10_001, 25_000, 25_001, 100_000, 100_001, 2_000_000, 2_000_001]
USED = [0, 15_000, 20_000, 95_000, 1_990_000, 2_000_000]


def facts(**known: Any) -> Facts:
    """Those of a well known owner, but for what is said."""
    sure = {
        "amount": 1,
        "used": 0,
        "registered_at": LONG_AGO,
        "authenticated_at": JUST_NOW,
        "multi_factor": True,
        "device_since": LONG_AGO,
        "recipient_since": LONG_AGO,
    }
    return Facts(**{**sure, **known})


def judged(**known: Any) -> Decision:
    return decide(facts(**known), USD, NOW)


def test_every_combination_is_decided_as_the_rules_say() -> None:
    """The rules a second time, in the words of the documentation."""
    combinations = product(
        STATES,
        AMOUNTS,
        USED,
        [LONG_AGO, JUST_NOW, None],
        [JUST_NOW, LONG_AGO],
        [True, False],
        [LONG_AGO, JUST_NOW, None],
        [None, LONG_AGO, JUST_NOW],
        [LONG_AGO, JUST_NOW],
    )
    for closed, amount, used, recipient, proof, two, device, changed, registered in combinations:
        found = judged(
            **closed,
            amount=amount,
            used=used,
            recipient_since=recipient,
            authenticated_at=proof,
            multi_factor=two,
            device_since=device,
            credentials_changed_at=changed,
            registered_at=registered,
        )
        is_known = recipient == LONG_AGO
        new = device != LONG_AGO or changed == JUST_NOW or registered == JUST_NOW
        if closed:
            wanted = {"is_active": "account_inactive", "is_stopped": "exits_stopped", "is_disputed": "dispute_open"}[
                next(iter(closed))
            ]
        elif used + amount > 2_000_000:
            wanted = "daily_limit_exceeded"
        elif amount <= (10_000 if is_known else 5_000) and used + amount <= 25_000:
            wanted = None
        elif proof == LONG_AGO:
            wanted = "step_up_required"
        elif used + amount > 100_000 and new:
            wanted = "exit_delayed"
        elif used + amount > 100_000 and not two:
            wanted = "second_factor_required"
        else:
            wanted = None
        assert found.refusal == wanted, (closed, amount, used, recipient, proof, two, device, changed, registered)


def test_more_risk_never_opens_what_less_risk_does_not() -> None:
    riskier: list[dict[str, Any]] = [
        {"multi_factor": False},
        {"device_since": None},
        {"recipient_since": None},
        {"registered_at": JUST_NOW},
        {"credentials_changed_at": JUST_NOW},
        {"authenticated_at": LONG_AGO},
    ]
    for amount, used, risk in product(AMOUNTS, USED, riskier):
        if judged(amount=amount, used=used).refusal is not None:
            assert judged(amount=amount, used=used, **risk).refusal is not None


def test_small_payments_to_known_recipients_are_one_step_whatever_the_session() -> None:
    weak = {"multi_factor": False, "device_since": None, "authenticated_at": LONG_AGO, "registered_at": JUST_NOW}
    assert judged(amount=10_000, used=15_000, **weak).refusal is None
    assert judged(amount=10_000, used=15_001, **weak).refusal == "step_up_required"


def test_who_proved_themselves_when_they_agreed_need_not_do_so_when_somebody_accepts() -> None:
    yesterday = NOW - timedelta(days=1)
    agreed: dict[str, Any] = {"amount": 24_000, "agreed_at": yesterday, "authenticated_at": yesterday}
    assert judged(**agreed).refusal is None
    assert judged(**agreed, is_stopped=True).refusal == "exits_stopped"
    assert judged(**agreed | {"amount": 2_000_001}).refusal == "daily_limit_exceeded"
    unproved = {"authenticated_at": yesterday - timedelta(hours=1)}
    for change in (unproved, {"credentials_changed_at": NOW - timedelta(hours=1)}, {"agreed_at": LONG_AGO}):
        assert judged(**agreed | {"authenticated_at": LONG_AGO} | change).refusal == "step_up_required"


def test_what_waits_says_how_long_and_what_is_too_much_says_what_is_left() -> None:
    young = judged(amount=100_001, registered_at=NOW - timedelta(days=6), device_since=NOW - timedelta(hours=2))
    assert (young.refusal, young.retry_after) == ("exit_delayed", 24 * 3600)
    assert judged(amount=100_001, device_since=None).retry_after == 24 * 3600
    assert judged(amount=2_000_000, used=1_500_000).left == 500_000


@pytest.mark.parametrize(
    ("known", "is_unusual"),
    [
        ({"amount": 100_000}, True),
        ({"amount": 99_999}, False),
        ({"amount": 10_001, "device_since": None}, True),
        ({"amount": 10_000, "device_since": None}, False),
        ({"amount": 10_001, "credentials_changed_at": JUST_NOW}, True),
        ({"amount": 10_001, "recipient_since": None}, False),
        ({"amount": 100_001, "multi_factor": False}, True),
        ({"amount": 2_000_001}, True),
        ({"amount": 10_001, "authenticated_at": LONG_AGO}, False),
    ],
)
def test_the_owner_is_told_of_what_is_unusual_and_not_of_every_day(known: dict[str, Any], is_unusual: bool) -> None:
    assert judged(**known).is_unusual is is_unusual


def test_all_signs_are_named() -> None:
    weak = {"multi_factor": False, "device_since": None, "recipient_since": None, "registered_at": JUST_NOW}
    assert judged(amount=100_000, credentials_changed_at=JUST_NOW, **weak).signs == (
        "new_recipient",
        "new_device",
        "credentials_changed",
        "single_factor",
        "new_account",
        "large_amount",
    )


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 1_000)), max_size=40))
def test_what_left_counts_for_a_day_and_not_for_longer(steps: list[tuple[int, int]]) -> None:
    counts: list[int] = []
    hour, first = 0, 0
    left: list[tuple[int, int]] = []
    for passed, amount in steps:
        hour += passed
        counts, first = added(shifted(counts, first, hour), hour, hour, amount), hour
        left.append((hour, amount))
        assert sum(counts) == sum(amount for at, amount in left if at > hour - HOURS)
        assert len(counts) <= HOURS
    for at, amount in left:
        counts = taken_back(counts, first, at, amount)
    assert sum(counts) == 0
