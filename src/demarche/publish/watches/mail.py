"""News -> one mail as a file (`.eml`) that a mail program opens and `sendmail -t` or any relay sends."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from demarche.model import StoreError
from demarche.publish.exports.feeds import told
from demarche.publish.exports.files import fresh
from demarche.publish.exports.pictures import headline
from demarche.publish.watches.news import Item, News


def written(found: News, folder: Path, now: datetime) -> None:
    """Write the mail; the same news has the same name, and takes the place of what a stopped run had left."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with fresh(folder / f"{found.watch}-{found.delivery}.eml") as file:
            file.write(message(found, now).as_bytes(policy=SMTP))
    except OSError as e:
        raise StoreError(f"{folder} cannot be written: {e.strerror or e}") from e


def message(found: News, now: datetime) -> EmailMessage:
    """The mail; who gets it is for the one to say who sends it."""
    mail = EmailMessage()
    mail["Subject"] = f"[{found.watch}] {_counts(found)}"
    mail["Date"] = format_datetime(now.astimezone(UTC))
    mail["Message-ID"] = f"<{found.delivery}@demarche.invalid>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n".join(_paragraph(item) for item in found.items) + "\n")
    return mail


def _counts(found: News) -> str:
    kinds = [item.kind for item in found.items]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("new", "changed", "gone") if kind in kinds)


def _paragraph(item: Item) -> str:
    if item.record is None:
        return f"GONE: {item.id}"
    return f"{item.kind.upper()}: {headline(item.record)}\n{told(item.record)}\n{item.id}"
