"""Live video for people: links to playlists that carry their own right, and the playlists."""

from amigok_chassis.service import Noun
from stream.playback import api

noun = Noun(routers=[api.play, api.router])
