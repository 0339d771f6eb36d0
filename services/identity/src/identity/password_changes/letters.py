"""The text of the mail."""

from identity.mails.letters import NOT_YOU


def password_changed() -> dict[str, str]:
    """Subject and text of the mail after the password was changed."""
    return {
        "subject": "Your password was changed",
        "text": f"The password of your Amigok account was changed, and other sessions were ended.\n\n{NOT_YOU}",
    }
