"""The text of the mail."""

from urllib.parse import quote


def verify_address(public_url: str, *, token: str, code: str) -> dict[str, str]:
    """Subject and text of the mail that verifies an address."""
    return {
        "subject": "Confirm your e-mail address",
        "text": (
            "Welcome to Amigok.\n\n"
            "To confirm this address and open your account, follow this link:\n\n"
            f"{public_url.rstrip('/')}/verify-email?token={quote(token)}\n\n"
            f"or enter this code: {code}\n\n"
            "Both are valid for 24 hours. If you did not register, do not follow the link: "
            "without it there is no account.\n"
        ),
    }
