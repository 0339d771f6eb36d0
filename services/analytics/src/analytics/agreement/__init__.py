"""Whether figures agree with the ledger: each statement of books is compared with the facts of the same time."""

from amigok_chassis.service import Noun
from analytics.agreement import api, handlers, jobs

noun = Noun(routers=[api.admin], consumes={"books": handlers.books_stated}, pollers=[jobs.compare_books])
