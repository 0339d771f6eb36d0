"""The kinds of facts."""

from typing import Literal, get_args

Kind = Literal[
    "weighing",
    "valuation",
    "purchase",
    "sale",
    "feed_cost",
    "care_cost",
    "care_request",
    "meal_fed",
    "meal_missed",
    "checkup",
    "task_due",
    "task_done",
    "task_void",
    "death",
]
"""`weighing`: `number` kg, measured. `valuation`: what the farm values the animal at. `purchase`, `sale`: what the
wallet took for it and paid for it. `feed_cost`, `care_cost`: what its owner paid. `meal_fed`, `meal_missed`: `about_id`
is the meal. `task_due`, `task_done`, `task_void`: a dose of a medicine or mandatory care, which `about_id` names.
`care_request`: which animal a request for care is about."""

KINDS = get_args(Kind)

OFTEN = frozenset({"meal_fed", "meal_missed"})
"""These are kept of followed animals only: there are many, and they count while a contest runs."""
