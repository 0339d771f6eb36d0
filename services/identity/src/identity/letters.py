"""The words of the mails and SMS. None quotes what a visitor typed: nobody can send words of their own through us."""

from urllib.parse import quote


def verify_address(public_url: str, *, token: str, code: str) -> dict[str, str]:
    """Subject and text of the mail that proves an address."""
    return {
        "subject": "Confirm your e-mail address",
        "text": (
            "Welcome to Amigok.\n\n"
            "To confirm this address and open your account, follow this link:\n\n"
            f"{public_url.rstrip('/')}/verify-email?token={quote(token)}\n\n"
            f"or enter this code: {code}\n\n"
            "Both are good for 24 hours. If you did not register, do not follow the link: "
            "without it there is no account.\n"
        ),
    }


def invitation(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail to whom an administrator made an account."""
    return {
        "subject": "An Amigok account for you",
        "text": (
            "An administrator of Amigok has made an account for you.\n\n"
            "To choose your password and open it, follow this link:\n\n"
            f"{public_url.rstrip('/')}/invitations?token={quote(token)}\n\n"
            "It is good once, for 3 days. If you did not expect this, do not follow the link.\n"
        ),
    }


def choose_another_password(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail to whom an administrator reset the password."""
    return {
        "subject": "Choose another password for Amigok",
        "text": (
            "An administrator of Amigok has reset your password: the old one is void, and you are signed out "
            "everywhere.\n\n"
            "To choose another, follow this link:\n\n"
            f"{public_url.rstrip('/')}/invitations?token={quote(token)}\n\n"
            "It is good once, for 3 days.\n"
        ),
    }


def already_registered(public_url: str) -> dict[str, str]:
    """Subject and text of the mail to an address that somebody registers once more."""
    return {
        "subject": "You already have an Amigok account",
        "text": (
            "Somebody, perhaps you, has tried to register at Amigok with this address.\n\n"
            "You already have an account: sign in with the password you chose, at\n\n"
            f"{public_url.rstrip('/')}\n\n"
            "If this was not you, there is nothing to do: your account is unchanged.\n"
        ),
    }


def phone_code(code: str) -> str:
    """Text of the SMS that proves a number."""
    return f"Amigok: your code is {code}. It is good for 10 minutes. We never ask you for it."


_HAPPENED = {
    "two_factor_enabled": "Two-factor authentication was switched on.",
    "two_factor_disabled": "Two-factor authentication was switched off.",
    "recovery_codes_renewed": "New recovery codes were made; the old ones are void.",
    "recovery_code_used": "A recovery code was used instead of an authenticator app.",
    "second_factor_guessed": "Somebody who has your password or is signed in as you enters wrong codes.",
    "passkey_added": "A passkey was added, which can sign in to your account.",
    "passkey_removed": "A passkey was removed.",
}


def security_notice(public_url: str, *, happened: str) -> dict[str, str]:
    """Subject and text of the mail that tells what happened to an account's factors, so that a thief is noticed."""
    return {
        "subject": "Security of your Amigok account",
        "text": (
            f"{_HAPPENED[happened]}\n\n"
            "If this was you, there is nothing to do. If it was not, change your password and end all other "
            f"sessions at once:\n\n{public_url.rstrip('/')}\n"
        ),
    }
