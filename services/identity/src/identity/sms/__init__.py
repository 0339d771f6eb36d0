"""The SMS that identity sends, over a provider's HTTP interface."""

from amigok_chassis.service import Noun
from identity.sms import jobs

noun = Noun(jobs=[jobs.forget_sms], pollers=[jobs.send_sms])
