"""The texts of the SMS and the mail."""

from identity.mails.letters import NOT_YOU


def phone_code(code: str) -> str:
    """Text of the SMS that verifies a number."""
    return f"Amigok: your code is {code}. It is valid for 10 minutes. We will never ask you for it."


def phone_changed() -> dict[str, str]:
    """Subject and text of the mail after the number was replaced."""
    return {
        "subject": "Your phone number was changed",
        "text": f"The phone number of your Amigok account was replaced by another one.\n\n{NOT_YOU}",
    }
