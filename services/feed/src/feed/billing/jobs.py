"""What time triggers."""

from amigok_chassis.service import every, task
from feed.billing import renewing

end_periods = task(seconds=1)(renewing.end_all_due)
ask_again = every(seconds=5)(renewing.retry_due)
