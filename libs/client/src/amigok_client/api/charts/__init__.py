from .read_chart import read_chart as read_chart
