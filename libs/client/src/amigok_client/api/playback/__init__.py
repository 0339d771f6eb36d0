from .play_rendition import play_rendition as play_rendition
from .play_stream import play_stream as play_stream
from .read_stream_token import read_stream_token as read_stream_token
from .read_streams import read_streams as read_streams
