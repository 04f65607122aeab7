"""How a running server bears many readers at once: `python -m demarche.bench.load http://127.0.0.1:8015`.

Each client is a thread with a connection of its own that asks what the page asks, one answer after the other.
"""

import argparse
import http.client
import json
import statistics
import threading
import time
from collections import Counter
from urllib.parse import urlsplit

import msgspec

ASKED = (
    "/about", "/records?limit=50", "/records?country=RU&mode=visit&limit=50", "/search?q=grain", "/network",
    "/families?limit=20", "/sources", "/states/RUS",
)  # fmt: skip
"""What the screens ask for; the address of one record is added from the list."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it; times in milliseconds. `wrong` counts what was no 200, by status or fault."""

    clients: int
    answers: int
    wrong: dict[str, int]
    per_second: float
    p50: float
    p95: float
    p99: float


def load(base: str, clients: int = 200, each: int = 20) -> Load:
    """`clients` readers at once, each with `each` requests."""
    paths = [*ASKED, *_some_records(base)]
    times: list[float] = []
    wrong: Counter[str] = Counter()
    start = threading.Barrier(clients)
    began = time.perf_counter()
    threads = [threading.Thread(target=_read, args=(base, paths, n, each, start, times, wrong)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    cuts = statistics.quantiles(times, n=100)
    return Load(
        clients=clients, answers=len(times), wrong=dict(wrong), per_second=round(len(times) / took, 1),
        p50=round(cuts[49], 1), p95=round(cuts[94], 1), p99=round(cuts[98], 1),
    )  # fmt: skip


def _some_records(base: str) -> list[str]:
    address = urlsplit(base)
    line = http.client.HTTPConnection(address.netloc, timeout=60)
    line.request("GET", "/api/v1/records?type=engagement&limit=5")
    items = json.load(line.getresponse())["items"]
    line.close()
    return [f"/records/{item['id']}{more}" for item in items for more in ("", "/accounts")]


def _read(
    base: str, paths: list[str], n: int, each: int, start: threading.Barrier, times: list[float], wrong: Counter[str]
) -> None:
    """One client. Lists and counters are shared: appending is one step under the lock of the interpreter."""
    line = http.client.HTTPConnection(urlsplit(base).netloc, timeout=120)
    start.wait()
    for step in range(each):
        began = time.perf_counter()
        try:
            line.request("GET", "/api/v1" + paths[(n + step) % len(paths)])
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                wrong[str(answer.status)] += 1
        except (OSError, http.client.HTTPException) as e:
            wrong[type(e).__name__] += 1
            line.close()
        times.append((time.perf_counter() - began) * 1000)
    line.close()


def main() -> None:
    """Ask, and print one line of JSON."""
    asked = argparse.ArgumentParser(prog="python -m demarche.bench.load", description="Many readers at once.")
    asked.add_argument("url")
    asked.add_argument("--clients", type=int, default=200)
    asked.add_argument("--each", type=int, default=20)
    given = asked.parse_args()
    print(msgspec.json.encode(load(given.url.rstrip("/"), given.clients, given.each)).decode())


if __name__ == "__main__":
    main()
