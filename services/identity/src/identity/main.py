from amigok_chassis.service import Service, nouns
from identity.models import Base
from identity.settings import Settings
from identity.startup import start

NOUNS = """
users passwords codes throttle activity outgoing mails sms keys standing preferences authenticators devices kyc notices
resets handles refresh_tokens sessions profiles contacts addresses passkeys phones verifications invitations
password_changes two_factor logins registration account_requests administrators deletions administration export
"""

service = Service(
    "identity", nouns("identity", NOUNS), Base.metadata, Settings, startup=start, storage=True, fleet_key=True
)
