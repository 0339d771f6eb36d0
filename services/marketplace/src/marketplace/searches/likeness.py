"""What makes two animals alike."""

POINTS = {"breed_name": 4, "price": 2, "weight_kg": 2, "sex": 1, "farm": 1}
"""How much each counts that they have in common. Numbers are close or not."""
CLOSE = 0.25
"""As a part of the number that they are close to."""
