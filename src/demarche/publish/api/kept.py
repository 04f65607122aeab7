"""Answers that stand until the store changes: whoever asks the same again, or at the same time, waits for no second
reckoning. The tag of an answer names the state of the store and the address, so nothing here can be out of date."""

import asyncio
from collections import OrderedDict

LARGEST = 2 << 20
ALL = 64 << 20
"""Bytes of one answer, and of all that are kept; the longest unasked goes first."""


class Kept:
    """Used by one event loop only: between two awaits nobody else is at work."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._under_way: dict[str, asyncio.Event] = {}

    async def answer(self, tag: str) -> bytes | None:
        """What was answered under a tag, after waiting for whoever is at it; null leaves it to the asker, who must
        `settle` it."""
        while tag not in self._answers:
            waiting = self._under_way.get(tag)
            if waiting is None:
                self._under_way[tag] = asyncio.Event()
                return None
            await waiting.wait()
        self._answers.move_to_end(tag)
        return self._answers[tag]

    def settle(self, tag: str, body: bytes | None) -> None:
        """Keep an answer, or let the next asker try: an error, or a stream, is nothing to keep."""
        self._under_way.pop(tag).set()
        if body is None or len(body) > LARGEST:
            return
        self._answers[tag] = body
        self._size += len(body)
        while self._size > ALL:
            self._size -= len(self._answers.popitem(last=False)[1])
