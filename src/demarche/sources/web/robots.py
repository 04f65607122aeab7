"""What a site's robots.txt allows (RFC 9309): no file allows everything, a site that cannot be asked allows nothing."""

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from demarche.model import BadInput

Asks = Callable[[str], tuple[int, bytes]]
"""Fetches an address: status and body."""

_LARGEST = 500_000


class Robots:
    """The rules of the sites of one run, each asked for once."""

    def __init__(self, asks: Asks, agent: str) -> None:
        self._asks = asks
        self._agent = agent.split("/")[0]
        self._rules: dict[str, RobotFileParser] = {}

    def check(self, url: str) -> float:
        """Refuse a page that the site does not want read; otherwise the seconds it asks for between two pages."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if not rules.can_fetch(self._agent, url):
            raise BadInput("the site's robots.txt asks not to read it")
        return float(rules.crawl_delay(self._agent) or 0)

    def _read(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            status, body = self._asks(f"{site}/robots.txt")
        except BadInput as e:
            raise type(e)(f"robots.txt cannot be asked for: {e.reason}") from e
        if status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        else:
            rules.parse(body[:_LARGEST].decode("utf-8", "replace").splitlines() if status == 200 else [])
        return rules
