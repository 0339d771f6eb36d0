from .read_leaderboard import read_leaderboard as read_leaderboard
from .read_my_ranking import read_my_ranking as read_my_ranking
