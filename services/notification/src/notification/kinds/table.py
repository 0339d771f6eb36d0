"""Who is told of what: the one table. Its texts stand in `templates/texts`, a message for each kind and language."""

from collections.abc import Mapping

from notification.kinds import account, farms, herd, play, trade
from notification.kinds.kind import Category, Kind

_KINDS = (*trade.KINDS, *herd.KINDS, *farms.KINDS, *play.KINDS, *account.KINDS)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _KINDS}
"""Every kind by its name."""

CATEGORIES: Mapping[str, Category] = {kind.category.name: kind.category for kind in _KINDS}
"""Every category by its name."""
