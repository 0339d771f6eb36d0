"""`python -m tests.simulators.stripe --port 8420 --webhook URL --secret whsec_...`"""

from tests.simulators.serving import run
from tests.simulators.stripe.app import stripe

run(stripe, "Stripe's double")
