"""A mail -> a document: its body, its subject as the title, its date; attachments are not read."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import getaddresses
from io import BufferedReader

from demarche.model import BadInput
from demarche.sources.dates import day
from demarche.sources.formats import Format
from demarche.sources.items import Found, Item
from demarche.sources.page.fragment import tree_text
from demarche.sources.page.tree import parsed
from demarche.sources.settings import Settings
from demarche.sources.streams import whole
from demarche.text import decoded

_TROUBLE = (MessageError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the mail parser lets through on headers and parts that break its rules."""


Part = MIMEPart


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found]:
    raw = whole(stream, settings.max_bytes)
    if not raw.strip():
        raise BadInput("empty")
    try:
        mail = message_from_bytes(raw, policy=default)
        assert isinstance(mail, EmailMessage)
        text, fields = _text(mail), _fields(mail)
    except _TROUBLE as e:
        raise BadInput(f"no mail that can be read: {type(e).__name__} {e}") from e
    published = day(fields["date"])
    yield Found(
        text=text, raw=raw, id=fields["message-id"], title=fields["subject"], publisher=_name(fields["from"]),
        published=published, basis="header" if published else "unknown",
    )  # fmt: skip


def _fields(mail: EmailMessage) -> dict[str, str | None]:
    wanted = ("subject", "from", "date", "message-id")
    return {name: " ".join(str(mail.get(name) or "").split()) or None for name in wanted}


def _text(mail: EmailMessage) -> str:
    """The plain part, unless there is none or it only says that the mail is in HTML."""
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    text = _decoded(plain) if plain is not None else ""
    if page is None or (
        len(text) > 200 and not re.search(r"\A.{0,200}\b(?:view|read) .{0,40}\bbrowser", text, re.S | re.I)
    ):
        if not text.strip():
            raise BadInput("a mail without text")
        return text
    return tree_text(parsed(_bytes(page), page.get_content_charset())) or text


def _decoded(part: Part) -> str:
    return decoded(_bytes(part), part.get_content_charset()).text.replace("\r\n", "\n")


def _bytes(part: Part) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _name(sender: str | None) -> str | None:
    """The name that a sender gives, else the address."""
    return next((name or address for name, address in getaddresses([sender or ""])), None) or None


FORMAT = Format("eml", (".eml",), ("message/rfc822",), _read)
