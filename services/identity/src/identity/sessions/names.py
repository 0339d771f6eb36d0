"""Names for the program and the device in a User-Agent header that people understand."""

PROGRAMS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device(user_agent: str | None) -> str:
    """For example "Firefox on Android". An unknown program is called by its first word, or "unknown"."""
    agent = user_agent or ""
    program = _first(agent, PROGRAMS) or agent.partition(" ")[0].partition("/")[0][:40] or "unknown"
    system = _first(agent, SYSTEMS)
    return f"{program} on {system}" if system else program


def _first(agent: str, marks: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in marks if mark in agent), "")
