"""One policy for all that leaves a user's control, whoever asks for it."""

from amigok_chassis.service import Noun
from wallet.exits import api, handlers

noun = Noun(
    routers=[api.router],
    consumes={"payments": [handlers.charge_requested, handlers.payment_failed]},
)
