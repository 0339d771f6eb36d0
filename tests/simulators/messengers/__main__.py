"""`python -m tests.simulators.messengers --port 8440 --webhook URL --secret whsec_...`"""

from tests.simulators.messengers.app import messengers
from tests.simulators.serving import run

run(messengers, "The double of providers of SMS, web push and FCM, which reports bounces of mails as well")
