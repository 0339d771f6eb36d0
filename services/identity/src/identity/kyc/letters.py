"""The texts of the mails. They do not say what was found; users read that when they are signed in."""


def approved(public_url: str) -> dict[str, str]:
    """Subject and text of the mail after an approval."""
    return {
        "subject": "Your identity is confirmed",
        "text": (
            "Thank you for sending your documents. We have checked them, and your identity is confirmed.\n\n"
            f"{public_url.rstrip('/')}\n"
        ),
    }


def rejected(public_url: str) -> dict[str, str]:
    """Subject and text of the mail after a rejection."""
    return {
        "subject": "We could not confirm your identity",
        "text": (
            "We have checked your documents and could not confirm your identity with them.\n\n"
            f"Sign in to read why and to send others: {public_url.rstrip('/')}\n"
        ),
    }
