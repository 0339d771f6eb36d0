from .add_farm import add_farm as add_farm
from .change_farm import change_farm as change_farm
from .get_farm import get_farm as get_farm
from .list_farms import list_farms as list_farms
