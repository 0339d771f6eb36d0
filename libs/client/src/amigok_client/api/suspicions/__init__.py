from .decide_suspicion import decide_suspicion as decide_suspicion
from .list_suspicions import list_suspicions as list_suspicions
