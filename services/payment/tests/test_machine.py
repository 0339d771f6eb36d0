"""The states of payments, refunds, payouts and disputes."""

from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from payment.disputes.machine import MACHINE as DISPUTES
from payment.disputes.schemas import State as DisputeState
from payment.payments.machine import MACHINE as PAYMENTS
from payment.payments.machine import OPEN
from payment.payments.schemas import State as PaymentState
from payment.payments.service import new_payment
from payment.payouts.machine import AFTER_END
from payment.payouts.machine import MACHINE as PAYOUTS
from payment.payouts.machine import State as PayoutState
from payment.refunds.machine import MACHINE as REFUNDS
from payment.refunds.schemas import RefundOut
from services.payment.tests.conftest import PRICE


@given(st.lists(st.sampled_from(sorted(set(PAYMENTS.states) - {"created"})), max_size=12))
def test_a_payment_ends_as_it_was_seen_to_end_in_whatever_order(seen: list[str]) -> None:
    payment = new_payment(PRICE, payer=new_id(), method="card", provider="stripe")
    published = [state for state in seen if payment.become(state, reason=None, now=clock.now()) and state not in OPEN]
    ends = {"completed", "cancelled"} & set(seen)
    assert payment.state == ("completed" if "completed" in ends else "cancelled" if ends else (seen or ["created"])[-1])
    assert payment.is_open == (not ends) == (payment.ended_at is None)
    assert (payment.due_at is None) == bool(ends)
    assert len(published) == len(set(published)) <= 2


def test_clients_are_told_of_every_state_there_is() -> None:
    shown: Any = RefundOut.model_fields["state"].annotation
    assert set(get_args(PaymentState)) == set(PAYMENTS.states)
    assert set(get_args(shown)) == set(REFUNDS.states)
    assert set(get_args(PayoutState)) == set(PAYOUTS.states)
    assert set(get_args(DisputeState)) == set(DISPUTES.states)


def test_news_about_a_payout_that_has_ended_leads_where_its_table_says() -> None:
    assert all(PAYOUTS.leads(state, following) for (state, _), following in AFTER_END.items())
