from .list_snapshots import list_snapshots as list_snapshots
from .read_snapshot import read_snapshot as read_snapshot
from .release_snapshot import release_snapshot as release_snapshot
from .take_snapshot import take_snapshot as take_snapshot
