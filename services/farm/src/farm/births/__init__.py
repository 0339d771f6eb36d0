"""Animals that are born in the farms."""
