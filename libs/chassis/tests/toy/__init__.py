"""A service of no domain: it writes notes and hears of them."""
