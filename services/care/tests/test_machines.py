"""The tables by which requests and payments move."""

from amigok_chassis import clock
from amigok_chassis.testing import machine_holds
from care.payments.machine import PAYMENTS
from care.payments.models import Payment
from care.requests.machine import REQUESTS
from care.requests.models import Request


def test_requests_move_as_their_table_says() -> None:
    def take(action: str, state: str | None) -> str:
        if state is None:
            return REQUESTS.follow(action, None)
        request = Request(state=state)
        request.become(action)
        return request.state

    machine_holds(REQUESTS, take)


def test_payments_move_as_their_table_says() -> None:
    machine_holds(PAYMENTS)
    for state in PAYMENTS.states:
        for action in PAYMENTS.steps:
            payment = Payment(state=state)
            moved = payment.move(action, now=clock.now())
            assert moved == bool(PAYMENTS.ends(action, state))
            assert payment.state in PAYMENTS.ends(action, state) if moved else payment.state == state
