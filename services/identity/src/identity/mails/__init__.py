"""The mails that identity sends, over SMTP."""

from amigok_chassis.service import Noun
from identity.mails import jobs

noun = Noun(jobs=[jobs.forget_mails], pollers=[jobs.send_mail])
