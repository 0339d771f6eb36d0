"""What keeps an animal from being sold, for now."""
