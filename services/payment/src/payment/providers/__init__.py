"""Payment providers, a module each, behind one shape."""
