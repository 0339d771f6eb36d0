"""What others state of their books, compared with what was posted."""

from amigok_chassis.service import Noun
from wallet.books import handlers

noun = Noun(consumes={"books": handlers.books_stated})
