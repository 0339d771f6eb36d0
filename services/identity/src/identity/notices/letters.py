"""The text of the mail."""

from identity.mails.letters import NOT_YOU


def unusual_exit(amount: str, *, let_go: bool) -> dict[str, str]:
    """Subject and text of the mail about money that left the wallet in an unusual way, or was kept from leaving."""
    happened = (
        f"{amount} has just left your wallet" if let_go else f"We have just refused to let {amount} leave your wallet"
    )
    return {
        "subject": "Was this you?",
        "text": (
            f"{happened}, in a way that is unusual for you: a new recipient, a new device or a large amount.\n\n"
            "If this was you, there is nothing to do. If not, stop everything that leaves your wallet: in the app, at\n"
            "Wallet, Stop payments. You can let it go on later, when you have proved who you are.\n\n"
            f"{NOT_YOU}"
        ),
    }
