from .assign_card import assign_card as assign_card
from .list_unknown_cards import list_unknown_cards as list_unknown_cards
