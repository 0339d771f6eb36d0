from .start_stream import start_stream as start_stream
from .stop_stream import stop_stream as stop_stream
