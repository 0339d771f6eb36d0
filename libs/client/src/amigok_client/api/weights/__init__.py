from .list_weights import list_weights as list_weights
from .propose_weight import propose_weight as propose_weight
from .weigh import weigh as weigh
