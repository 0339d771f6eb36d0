"""The text of the mail."""


def already_registered(public_url: str) -> dict[str, str]:
    """Subject and text of the mail to an address that is registered again."""
    return {
        "subject": "You already have an Amigok account",
        "text": (
            "Somebody, perhaps you, has tried to register at Amigok with this address.\n\n"
            "You already have an account: sign in with the password you chose, at\n\n"
            f"{public_url.rstrip('/')}\n\n"
            "If this was not you, there is nothing to do: your account is unchanged.\n"
        ),
    }
