"""Money that users bring in: asked for here, collected by payment, booked here once."""

from amigok_chassis.service import Noun
from wallet.deposits import api, handlers
from wallet.deposits.machine import DEPOSITS

noun = Noun(
    routers=[api.router],
    consumes={"payments": [handlers.payment_completed, handlers.payment_failed]},
    machines=[DEPOSITS],
)
