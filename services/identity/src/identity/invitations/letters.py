"""The texts of the mails."""

from urllib.parse import quote


def invitation(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail to a person for whom an administrator made an account."""
    return {
        "subject": "An Amigok account for you",
        "text": (
            "An administrator of Amigok has made an account for you.\n\n"
            "To choose your password and open it, follow this link:\n\n"
            f"{public_url.rstrip('/')}/invitations?token={quote(token)}\n\n"
            "It works once, within 3 days. If you did not expect this, do not follow the link.\n"
        ),
    }


def choose_another_password(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail to a person whose password an administrator reset."""
    return {
        "subject": "Choose another password for Amigok",
        "text": (
            "An administrator of Amigok has reset your password: the old one is void, and you are signed out "
            "everywhere.\n\n"
            "To choose another, follow this link:\n\n"
            f"{public_url.rstrip('/')}/invitations?token={quote(token)}\n\n"
            "It works once, within 3 days.\n"
        ),
    }
