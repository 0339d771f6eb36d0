"""The measures that formulas may use, and what they mean. All are of one animal, while the contest ran."""

MEASURES = {
    "age_days": "Age at the start of the contest, in days.",
    "days": "Days from the first to the last measured weight.",
    "first_kg": "The first measured weight, in kg.",
    "last_kg": "The last measured weight, in kg.",
    "weight_gain": "Gain a day between them, in kg.",
    "weight_gain_percent": "Gain a day between them, in percent of the first.",
    "meals_due": "Meals that were due.",
    "meals_done": "Meals of them that were given.",
    "meals_share": "Meals that were given, in percent of those due.",
    "checkups_due": "Checkups that were due.",
    "checkups_done": "Checkups of them that were done.",
    "tasks_due": "Doses of medicine and mandatory care that were due.",
    "tasks_done": "Those of them that were done.",
}
MONEY = {
    "profit": "Sale or valuation, less the valuation at the start, feed and care.",
    "feed_cost": "What its owner paid for feed.",
    "care_cost": "What its owner paid for care.",
}
"""Measures in the currency of the rules, in its major units."""
