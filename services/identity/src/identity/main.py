from amigok_chassis.service import Service, nouns
from identity.models import Base
from identity.settings import Settings
from identity.startup import start

NOUNS = """
users passwords codes throttle activity outgoing mails sms keys standing kyc handles devices refresh_tokens sessions
profiles authenticators passkeys two_factor logins verifications invitations registration resets addresses phones
password_changes account_requests administrators deletions administration preferences export notices
"""

service = Service(
    "identity", nouns("identity", NOUNS), Base.metadata, Settings, startup=start, storage=True, fleet_key=True
)
