from .get_bounds import get_bounds as get_bounds
from .propose_bounds import propose_bounds as propose_bounds
