"""What administrators do with people's accounts."""
