"""The texts of the mails."""

from urllib.parse import quote


def password_reset(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail with the link to choose another password."""
    return {
        "subject": "Choose a new password",
        "text": (
            "Somebody, perhaps you, has asked for a new password at Amigok. To choose one, follow this link:\n\n"
            f"{public_url.rstrip('/')}/reset-password?token={quote(token)}\n\n"
            "It works once, within 30 minutes, and only in the newest of these mails. It ends all sessions.\n\n"
            "If this was not you, there is nothing to do: your password is unchanged.\n"
        ),
    }


def not_verified(public_url: str) -> dict[str, str]:
    """Subject and text of the mail to somebody who forgot the password of an address that was never verified."""
    return {
        "subject": "Your Amigok account is not open yet",
        "text": (
            "Somebody, perhaps you, has asked for a new password at Amigok. There is no account to open with one:\n"
            "this address was never confirmed. Register again with it, and choose your password there, at\n\n"
            f"{public_url.rstrip('/')}\n\n"
            "If this was not you, there is nothing to do.\n"
        ),
    }
