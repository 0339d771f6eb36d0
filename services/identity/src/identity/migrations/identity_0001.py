"""Identity's tables, a file for each noun."""

from pathlib import Path

from alembic import op

from amigok_chassis import migrations

revision = "identity_0001"
down_revision = None
branch_labels = ("identity",)
depends_on = "chassis_0001"

NOUNS = """
users devices sessions refresh_tokens activity throttle mails sms keys kyc authenticators passkeys logins verifications
invitations resets addresses phones account_requests deletions preferences
"""


def upgrade() -> None:
    for noun in NOUNS.split():
        migrations.run(op, Path(__file__).with_suffix("") / f"{noun}.sql")
