"""Money that goes out to a user's account elsewhere, when administrators have let it go."""
