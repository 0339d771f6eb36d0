"""Passkeys: WebAuthn keys that stay in the user's device and answer to this site only."""

from amigok_chassis.service import Noun
from identity.passkeys import api, jobs

noun = Noun(routers=[api.router], jobs=[jobs.forget_passkey_challenges])
