"""States, organisations, delegations, cities in a Russian sentence -> mentions."""

from demarche.language.mentions.setting import Setting
from demarche.language.russian.latin import spellings
from demarche.language.russian.line import Line
from demarche.language.russian.pieces import Piece
from demarche.lexicon.translations import translations
from demarche.model import Mention

Found = tuple[list[Mention], int]
AT_A_PLACE = frozenset({"в", "во", "из", "под", "близ", "около"})


def body_mention(line: Line, k: int, at: Setting) -> Found | None:
    """What is mentioned at a word, with the word after it."""
    piece = line.piece(k)
    if piece is None:
        end = line.place(k)
        found = _elsewhere(line, k, end, at) if end else None
        return ([found], end or k + 1) if found else None
    match piece.kind:
        case "state":
            return [_state(line, piece, piece.target, line.span(piece.i, piece.j), at)], piece.j
        case "joined":
            return _halves(line, piece, at), piece.j
        case "city":
            return [_city(line, piece, at)], piece.j
        case "organisation":
            return [_organisation(line, piece, at)], piece.j
        case "organ" | "seat":
            return [_organ(line, piece, at)], piece.j
        case "adjective" | "noun" | "people":
            return _described(line, k, at)
        case _:
            return None


def _state(line: Line, piece: Piece, target: str, span: tuple[int, int], at: Setting) -> Mention:
    return Mention(
        start=span[0], end=span[1], kind="state", head=span[0], actor=target, name=at.known.states[target].name,
        country=at.known.country(target), reason="state", confidence=0.95,
    )  # fmt: skip


def _halves(line: Line, piece: Piece, at: Setting) -> list[Mention]:
    """*российско-турецкий*: each half stands for its state."""
    out = []
    start = line.tokens[piece.i].start
    for target, word in zip(piece.target.split("|"), line.words[piece.i].split("-"), strict=False):
        if target in at.known.states:
            out.append(_state(line, piece, target, (start, start + len(word)), at))
        start += len(word) + 1
    return out


def _city(line: Line, piece: Piece, at: Setting) -> Mention:
    """A city after a preposition is a place; a capital without one speaks for its state."""
    name, target = _cities()[piece.target]
    state = at.known.states[target]
    capital = name == "" or name == state.capital
    base = _place(line, piece.i, piece.j, name or state.capital, state.alpha3)
    if not capital or line.low(piece.i - 1) in AT_A_PLACE or line.feature(piece.i, "Case") not in ("Nom", "Ins"):
        return base
    return Mention(
        start=base.start, end=base.end, kind="state", head=base.start, actor=target, name=state.capital,
        country=state.alpha3, sector="GOV", reason="capital for its government", confidence=0.7,
    )  # fmt: skip


def _cities() -> dict[str, tuple[str, str]]:
    """A city's Russian name to its name in the tables (empty: the state's capital) and its state."""
    names = translations("ru")
    capitals = {c: ("", f"iso:{s.state}") for s in names.states for c in s.capitals}
    return capitals | {p.name: (p.place, f"iso:{p.state}") for p in names.places}


def _elsewhere(line: Line, i: int, j: int, at: Setting) -> Mention | None:
    """A place that only the tables of cities know, letter for letter."""
    words = " ".join(line.words[i:j])
    lemma = " ".join(t.lemma for t in line.tokens[i:j])
    for name in dict.fromkeys((*spellings(lemma), *spellings(words))):
        if city := at.known.place(name):
            return _place(line, i, j, city.name, city.country)
    return None


def _place(line: Line, i: int, j: int, name: str, country: str) -> Mention:
    start, end = line.span(i, j)
    return Mention(
        start=start, end=end, kind="place", head=start, name=name, country=country, reason="place", confidence=0.85
    )


def _organisation(line: Line, piece: Piece, at: Setting) -> Mention:
    found = at.known.organisations[piece.target]
    start, end = line.span(piece.i, piece.j)
    return Mention(
        start=start, end=end, kind="organisation", head=line.tokens[line.noun(piece)].start, actor=found.id,
        name=found.name, organisation=found.id, sector=found.sector or found.code, reason="organisation",
        confidence=0.95,
    )  # fmt: skip


def _organ(line: Line, piece: Piece, at: Setting) -> Mention:
    """*Кремль* speaks for the presidency, *в Кремле* is a place."""
    organ = at.known.organs[piece.target]
    body = at.known.body(organ.id) or ""
    country = at.known.country(body) if body.startswith("iso:") else None
    start, end = line.span(piece.i, piece.j)
    if piece.kind == "seat" and line.low(piece.i - 1) in AT_A_PLACE and country:
        said = next((p.place for p in translations("ru").places if p.name == _said(piece)), organ.name)
        return _place(line, piece.i, piece.j, said, country)
    return Mention(
        start=start, end=end, kind="office" if piece.kind == "seat" else "organisation", head=start, actor=organ.id,
        name=organ.name, country=country, organisation=None if piece.kind == "seat" else body or organ.id,
        sector=organ.sector, reason="organ", confidence=0.9,
    )  # fmt: skip


def _said(piece: Piece) -> str:
    return next((b.phrase for b in translations("ru").bodies if b.kind == "seat" and b.target == piece.target), "")


def _described(line: Line, k: int, at: Setting) -> Found | None:
    """*российская делегация*, *МИД России*, *представители Ирана*: a state and a noun, in either order."""
    first = line.piece(k)
    assert first is not None
    target, noun, j = "", first, first.j
    if first.kind == "adjective":
        skip = j < len(line) and line.tokens[j].upos == "ADJ" and line.piece(j) is None
        after = line.piece(j + skip, "noun", "people")
        if after is None:
            return None
        target, noun, j = first.target, after, after.j
    else:
        after = line.piece(j, "state", "organisation")
        if after is None or line.feature(j, "Case") not in ("Gen", ""):
            return None
        target, j = after.target, after.j
    return [_noun(line, (k, j), noun, target, at)], j


def _noun(line: Line, words: tuple[int, int], noun: Piece, target: str, at: Setting) -> Mention:
    start, end = line.span(*words)
    head = line.noun(noun)
    people = noun.kind == "people"
    government = noun.target == "government"
    organ = target if people or government else f"organ:{target.removeprefix('iso:')}/{noun.target}"
    return Mention(
        start=start, end=end, kind="group" if people else "state" if government else "organisation",
        head=line.tokens[head].start, actor=organ, country=at.known.country(target) if ":" in target else None,
        organisation=target if target.startswith("org:") else None, sector="GOV", plural=people,
        level="official" if people else "unknown", reason="state and noun", confidence=0.8,
    )  # fmt: skip
