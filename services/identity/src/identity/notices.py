"""The words that tell owners what has changed, or is about to. None quotes what a visitor typed."""

from urllib.parse import quote

_NOT_YOU = (
    "If this was not you, somebody else may be in your account: ask for a new password at once, which ends all\n"
    "sessions, and write to us.\n"
)


def password_reset(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail that lets the owner choose another password."""
    return {
        "subject": "Choose a new password",
        "text": (
            "Somebody, perhaps you, has asked for a new password at Amigok. To choose one, follow this link:\n\n"
            f"{public_url.rstrip('/')}/reset-password?token={quote(token)}\n\n"
            "It is good for 30 minutes, once, and only in the newest of these mails. All sessions end with it.\n\n"
            "If this was not you, there is nothing to do: your password is unchanged.\n"
        ),
    }


def not_verified(public_url: str) -> dict[str, str]:
    """Subject and text for who asks for a password before the address was ever verified."""
    return {
        "subject": "Your Amigok account is not open yet",
        "text": (
            "Somebody, perhaps you, has asked for a new password at Amigok. There is no account to open with one:\n"
            "this address was never confirmed. Register again with it, and choose your password there, at\n\n"
            f"{public_url.rstrip('/')}\n\n"
            "If this was not you, there is nothing to do.\n"
        ),
    }


def password_changed() -> dict[str, str]:
    """Subject and text of the mail after the password has changed."""
    return {
        "subject": "Your password was changed",
        "text": f"The password of your Amigok account was changed, and other sessions were ended.\n\n{_NOT_YOU}",
    }


def new_address(public_url: str, *, token: str, code: str) -> dict[str, str]:
    """Subject and text of the mail that proves the address somebody wants to change to."""
    return {
        "subject": "Confirm your new e-mail address",
        "text": (
            "To make this the address of your Amigok account, sign in and follow this link:\n\n"
            f"{public_url.rstrip('/')}/confirm-email?token={quote(token)}\n\n"
            f"or enter this code: {code}\n\n"
            "Both are good for an hour. If you did not ask for this, there is nothing to do.\n"
        ),
    }


def address_in_use() -> dict[str, str]:
    """Subject and text to an address that another account is to be changed to."""
    return {
        "subject": "This address has an Amigok account",
        "text": (
            "Somebody, perhaps you, wants to make this the address of another Amigok account. It has one already,\n"
            "so nothing was changed. If this was not you, there is nothing to do.\n"
        ),
    }


def address_asked() -> dict[str, str]:
    """Subject and text to the address that is to be replaced."""
    return {
        "subject": "Your e-mail address is about to change",
        "text": (
            "Somebody signed in to your Amigok account has asked to replace this address by another one. It stays\n"
            f"yours until the other one is confirmed.\n\n{_NOT_YOU}"
        ),
    }


def address_changed() -> dict[str, str]:
    """Subject and text to the address that was replaced."""
    return {
        "subject": "Your e-mail address was changed",
        "text": (
            "This is no longer the address of your Amigok account: another one was confirmed and takes its place.\n\n"
            "If this was not you, write to us at once.\n"
        ),
    }


def phone_changed() -> dict[str, str]:
    """Subject and text of the mail after another number has replaced the one before."""
    return {
        "subject": "Your phone number was changed",
        "text": f"The phone number of your Amigok account was replaced by another one.\n\n{_NOT_YOU}",
    }
