"""Animals that died, and what their owners claim from the insurance."""
