"""`python -m tests.simulators.paypal --port 8430 --webhook URL --secret WEBHOOK_ID`"""

from tests.simulators.paypal.app import paypal
from tests.simulators.serving import run

run(paypal, "PayPal's double; the secret is the id of the webhook")
