from .change_player import change_player as change_player
from .game_read_leaderboard import game_read_leaderboard as game_read_leaderboard
from .join_pilot_farming import join_pilot_farming as join_pilot_farming
from .read_game_dashboard import read_game_dashboard as read_game_dashboard
from .read_player import read_player as read_player
