from .announce_winners import announce_winners as announce_winners
from .distribute_prizes import distribute_prizes as distribute_prizes
