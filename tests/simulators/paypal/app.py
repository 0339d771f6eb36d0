"""PayPal's double: an account in memory."""

from tests.simulators.double import Double
from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account, oauth
from tests.simulators.paypal.disputes import disputes
from tests.simulators.paypal.notifications import Signer, notifications
from tests.simulators.paypal.orders import orders
from tests.simulators.paypal.payouts import payouts
from tests.simulators.paypal.refunds import refunds
from tests.simulators.paypal.reporting import reporting
from tests.simulators.webhooks import Sender


def paypal(address: str, retries: tuple[float, ...]) -> Double:
    """Makes the double for this address. The secret of an endpoint is the id of its webhook."""
    signer = Signer(address)
    sender = Sender(signer.sign, retries)
    account = Account(sender, address)
    nouns = (oauth, orders, refunds, payouts, disputes, reporting)
    return Double(
        *(noun(account) for noun in nouns),
        notifications(account, signer),
        sender=sender,
        rules=wire.RULES,
        failure=wire.failure,
        admit=account.admit,
        resets=(account.reset, signer.reset),
    )
