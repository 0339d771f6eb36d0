from .follow_stream import follow_stream as follow_stream
from .issue_stream_ticket import issue_stream_ticket as issue_stream_ticket
