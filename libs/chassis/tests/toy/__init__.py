"""A service of no domain: it writes notes and consumes them."""
