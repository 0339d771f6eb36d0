"""What is held is paid in shares, once."""

from amigok_chassis.service import Noun
from wallet.captures import handlers

noun = Noun(consumes={"money": handlers.capture.declared()})
