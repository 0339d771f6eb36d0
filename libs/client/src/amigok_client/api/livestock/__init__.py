from .get_livestock import get_livestock as get_livestock
