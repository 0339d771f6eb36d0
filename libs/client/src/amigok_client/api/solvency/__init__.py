from .list_publications import list_publications as list_publications
from .read_proof import read_proof as read_proof
