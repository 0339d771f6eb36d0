"""The texts of the mails."""

from urllib.parse import quote

from identity.mails.letters import NOT_YOU


def new_address(public_url: str, *, token: str, code: str) -> dict[str, str]:
    """Subject and text of the mail that verifies the new address."""
    return {
        "subject": "Confirm your new e-mail address",
        "text": (
            "To make this the address of your Amigok account, sign in and follow this link:\n\n"
            f"{public_url.rstrip('/')}/confirm-email?token={quote(token)}\n\n"
            f"or enter this code: {code}\n\n"
            "Both are valid for an hour. If you did not ask for this, there is nothing to do.\n"
        ),
    }


def address_in_use() -> dict[str, str]:
    """Subject and text of the mail to an address that another account wants and that has an account itself."""
    return {
        "subject": "This address has an Amigok account",
        "text": (
            "Somebody, perhaps you, wants to make this the address of another Amigok account. It has one already,\n"
            "so nothing was changed. If this was not you, there is nothing to do.\n"
        ),
    }


def address_asked() -> dict[str, str]:
    """Subject and text of the mail to the address that is to be replaced."""
    return {
        "subject": "Your e-mail address is about to change",
        "text": (
            "Somebody signed in to your Amigok account has asked to replace this address by another one. It stays\n"
            f"yours until the other one is confirmed.\n\n{NOT_YOU}"
        ),
    }


def address_changed() -> dict[str, str]:
    """Subject and text of the mail to the address that was replaced."""
    return {
        "subject": "Your e-mail address was changed",
        "text": (
            "This is no longer the address of your Amigok account: another one was confirmed and takes its place.\n\n"
            "If this was not you, write to us at once.\n"
        ),
    }
