"""Which kinds belong together, and by which channels they are told."""

from datetime import timedelta

from notification.kinds.kind import Category

SOON = timedelta(minutes=10)
"""So long notices of one group gather before a message tells them."""

_ALL = frozenset({"email", "push", "sms"})
_MAIL = frozenset({"email", "push"})
_PUSH = frozenset({"push"})

ORDERS = Category("orders", _MAIL)
MONEY = Category("money", _MAIL)
ANIMALS = Category("animals", _MAIL)
FEED = Category("feed", _MAIL)
CARE = Category("care", _MAIL)
FARM = Category("farm", _PUSH)
CONTESTS = Category("contests", _MAIL)
PLAY = Category("play", _PUSH)
REPORTS = Category("reports", _MAIL)
NEWS = Category("news", _MAIL)
ACCOUNT = Category("account", _ALL, mandatory=True)
