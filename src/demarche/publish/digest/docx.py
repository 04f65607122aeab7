"""An edition -> a Word document, for desks that edit before they send: headings, entries, notes at the end.

The numbers in the text lead to the notes by bookmarks. Words from outside are written as plain runs.
"""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from demarche.publish.digest import words
from demarche.publish.digest.links import followable
from demarche.publish.editions import Edition
from demarche.publish.editions.dating import day
from demarche.publish.editions.drawn import Panel
from demarche.publish.editions.nouns import Box, Entry, Footnote, Piece, Side, Tested, Week

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SOFT = RGBColor(0x5A, 0x64, 0x6E)


def docx(edition: Edition) -> bytes:
    """The digest as the bytes of a .docx file."""
    paper = _Paper()
    paper.title(edition)
    if edition.lead:
        paper.heading("Foremost", 1)
        for x in edition.lead:
            paper.line(f"{x.headline}, {x.when}", x.notes, style="List Number")
    for week in (*edition.weeks, *edition.loose):
        paper.week(week)
    paper.courses(edition)
    paper.sayings(edition)
    paper.stands(edition)
    paper.turned(edition)
    paper.figures(edition)
    paper.boxes(edition.boxes)
    paper.tested(edition.tested)
    if edition.panel:
        paper.panel(edition.panel)
    paper.coverage(edition)
    paper.notes(edition.notes)
    return paper.bytes()


class _Paper:
    """The document while it is written."""

    def __init__(self) -> None:
        self.document: Any = Document()
        base = self.document.styles["Normal"]
        base.font.name, base.font.size = "Georgia", Pt(10.5)
        soft = self.document.styles.add_style("Soft", WD_STYLE_TYPE.PARAGRAPH)
        soft.base_style, soft.font.size = base, Pt(9)
        soft.font.color.rgb = SOFT

    def title(self, e: Edition) -> None:
        self.document.add_heading(_plain(f"{e.title}: {e.period}"), 0)
        told = f"{e.coverage.shown} of {words.count(e.coverage.records, 'record')}, from "
        told += f"{words.count(e.coverage.documents, 'document')} in "
        self.soft(told + words.count(e.coverage.families, "family", "families"))

    def heading(self, text: str, level: int) -> None:
        self.document.add_heading(_plain(text), level)

    def soft(self, text: str) -> None:
        self.document.add_paragraph(_plain(text), style="Soft")

    def line(self, text: str, notes: Iterable[int], style: str | None = None) -> Any:
        paragraph = self.document.add_paragraph(_plain(text), style=style)
        for number in notes:
            _reference(paragraph, number)
        return paragraph

    def week(self, w: Week) -> None:
        self.heading(f"{w.subtitle}, {w.title.lower()}" if w.first else w.title, 1)
        self.soft(w.summary if w.first else f"{w.summary} · {w.subtitle}")
        for section in w.sections:
            self.heading(section.title, 2)
            for pair in section.pairs:
                self.heading(pair.title, 3)
                for x in pair.entries:
                    self.entry(x)
            if section.more:
                self.soft(f"{words.count(section.more, 'further act')} of this kind in the record.")

    def entry(self, x: Entry) -> None:
        status = "" if x.status == "happened" else f" ({words.STATUS[x.status]})"
        self.line(f"{x.when} · {x.mode} · {x.headline}{status}.", x.notes, style="List Bullet")
        facts = [f"Place: {x.place}" if x.place else "", f"Topics: {', '.join(x.topics)}" if x.topics else "",
                 f"Level: {x.level}" if x.level else "", f"According to {x.attributed_to}" if x.attributed_to else "",
                 f"Sources: {x.witnesses}"]  # fmt: skip
        self.soft(". ".join(f for f in facts if f) + ".")

    def sayings(self, e: Edition) -> None:
        if e.sayings:
            self.heading("In their words", 1)
        for s in e.sayings:
            said = f"“{s.words}”" if s.direct else f"As reported: {s.words}"
            self.line(f"{said} — {s.speaker}{f', {s.venue}' if s.venue else ''}. {s.source}", [s.note], style="Quote")

    def stands(self, e: Edition) -> None:
        if e.positions:
            self.heading("Positions", 1)
        for p in e.positions:
            reporter = f", according to {p.reporter}" if p.reporter else ""
            told = f"{p.actors} {words.STANCE[p.stance]}: {p.target}{reporter}. {p.source}"
            self.line(told, [p.note], style="List Bullet")

    def figures(self, e: Edition) -> None:
        if e.figures:
            self.heading("Figures", 1)
        for f in e.figures:
            about = [f"({f.what})" if f.what else "", f.period or "", f"set against {f.against}" if f.against else ""]
            told = " ".join([f.words, *(a for a in about if a)])
            self.line(f"{told}. {f.source}", [f.note], style="List Bullet")

    def boxes(self, found: Sequence[Box]) -> None:
        if found:
            self.heading("Where tellings differ", 1)
            self.soft("A detail told by one side only is no denial of it by the other.")
        for b in found:
            self.line(f"{b.number}. {b.title}: {b.label}{f' ({b.field})' if b.field else ''}", [])
            for side in (b.a, b.b):
                self._side(side)

    def _side(self, side: Side | None) -> None:
        if side is None:
            self.document.add_paragraph("the other side says nothing of it", style="List Bullet")
            return
        published = f", {day(side.published)}" if side.published else ""
        paragraph = self.document.add_paragraph(_plain(f"{side.source}{published}: "), style="List Bullet")
        _lit(paragraph, side.pieces)
        _reference(paragraph, side.note)

    def courses(self, e: Edition) -> None:
        if e.courses:
            self.heading("Tours and campaigns", 1)
            self.soft("How many a text says there were stands in its words and is not counted.")
        for c in e.courses:
            told = f"{c.who}, {words.course(c)} {c.when}" + (f": {c.partners}" if c.partners else "")
            aim = f" On {', '.join(c.aim)}." if c.aim else ""
            size = "".join(f" Reported: “{s}”." for s in c.reported_size)
            self.line(f"{told}.{aim}{size}", c.notes, style="List Bullet")

    def turned(self, e: Edition) -> None:
        if e.turned:
            self.heading("Positions that moved", 1)
        for t in e.turned:
            before = f"{words.STANCE[t.before]} ({t.before_day})"
            after = f"{words.STANCE[t.after]} ({t.after_day})"
            told = f"{t.actors} on {t.target}: {before} → {after}"
            self.line(told, (t.before_note, t.after_note), style="List Bullet")

    def tested(self, found: Sequence[Tested]) -> None:
        if found:
            self.heading("Claims about the record", 1)
            self.soft("Beside what the record has, without a verdict: much is in no text that was read.")
        for c in found:
            self.line(f"“{c.words}” ({c.parties}). {c.source}", (c.note,))
            for label, one in words.held(c):
                told = f" ({'; '.join(one.latest)})" if one.latest else ""
                self.document.add_paragraph(_plain(f"{label}: {one.count}{told}"), style="List Bullet")
            read = f"read: {c.read} of the {c.months} months since {c.since}"
            self.document.add_paragraph(read, style="List Bullet")

    def panel(self, p: Panel) -> None:
        self.heading(f"{p.title}, {p.first} to {p.last}", 1)
        self.soft("Observed floors: a nought means that none was seen in what was read.")
        table = self.document.add_table(rows=1, cols=1 + len(p.columns), style="Light Grid Accent 1")
        for cell, head in zip(table.rows[0].cells, ("State", *p.columns), strict=True):
            cell.text = head
        for row in p.rows:
            values = ("" if v is None else str(v) for v in row.values)
            for cell, value in zip(table.add_row().cells, (row.name, *values), strict=True):
                cell.text = _plain(value)

    def coverage(self, e: Edition) -> None:
        self.heading("Coverage and method", 1)
        for publisher in e.coverage.publishers:
            dates = f", {publisher.first} to {publisher.last}" if publisher.first else ""
            self.soft(f"{publisher.name}: {words.count(publisher.documents, 'document')}{dates}")
        for sentence in words.METHOD:
            self.document.add_paragraph(sentence)

    def notes(self, found: Sequence[Footnote]) -> None:
        self.heading("Notes", 1)
        for note in found:
            paragraph = self.document.add_paragraph()
            _bookmark(paragraph, note.number)
            title = f"{note.title}. " if note.title else ""
            url = followable(note.url) if note.url else None
            paragraph.add_run(_plain(f" {title}{words.credit(note)}. {url or ''}"))
            for passage in note.passages:
                quoted = self.document.add_paragraph(style="Quote")
                quoted.add_run("… " if passage.cut_before else "")
                _lit(quoted, passage.pieces)
                quoted.add_run(" …" if passage.cut_after else "")

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def _plain(text: object) -> str:
    """Text on one line, without the characters that XML cannot hold."""
    return _CONTROL.sub("", " ".join(str(text).split()))


def _lit(paragraph: Any, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        run = paragraph.add_run(_CONTROL.sub("", re.sub(r"\s+", " ", piece.text)))
        run.bold = piece.lit


def _reference(paragraph: Any, number: int) -> None:
    """A raised number that leads to its note."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"note{number}")
    run = paragraph.add_run(f" {number}")
    run.font.superscript = True
    link.append(run._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Any, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"note{number}")
    paragraph._p.append(start)
    paragraph.add_run(str(number)).bold = True
    paragraph._p.append(end)
