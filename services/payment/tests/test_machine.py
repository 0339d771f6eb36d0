"""What is left of any sequence of sightings."""

from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from payment.payments.machine import NEXT, OPEN
from payment.payments.schemas import State as PaymentState
from payment.payments.service import new_payment
from payment.refunds.machine import NEXT as REFUND_NEXT
from payment.refunds.schemas import RefundOut
from services.payment.tests.conftest import PRICE


@given(st.lists(st.sampled_from(sorted(NEXT.keys() - {"created"})), max_size=12))
def test_a_payment_ends_as_it_was_seen_to_end_in_whatever_order(seen: list[str]) -> None:
    payment = new_payment(PRICE, payer=new_id(), method="card", provider="stripe")
    told = [state for state in seen if payment.become(state, reason=None, now=clock.now()) and state not in OPEN]
    ends = {"completed", "cancelled"} & set(seen)
    assert payment.state == ("completed" if "completed" in ends else "cancelled" if ends else (seen or ["created"])[-1])
    assert payment.is_open == (not ends) == (payment.ended_at is None)
    assert (payment.due_at is None) == bool(ends)
    assert len(told) == len(set(told)) <= 2


def test_clients_are_told_of_every_state_there_is() -> None:
    shown: Any = RefundOut.model_fields["state"].annotation
    assert set(get_args(PaymentState)) == set(NEXT)
    assert set(get_args(shown)) == set(REFUND_NEXT)
