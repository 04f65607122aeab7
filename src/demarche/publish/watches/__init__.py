"""Saved searches: what has become new or other since they were last asked, told once on each channel."""

from demarche.publish.watches.news import Item, News, baseline, news
from demarche.publish.watches.telling import Told, channels, told
from demarche.publish.watches.webhook import Delivery

__all__ = ["Delivery", "Item", "News", "Told", "baseline", "channels", "news", "told"]
