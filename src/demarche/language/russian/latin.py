"""A Russian name -> its likely spellings in Latin letters, the usual one first."""

from collections.abc import Iterator, Sequence

from demarche.language.russian.morphology import name_forms, plain

_CYRILLIC = "абвгдезийклмнопрстуфыэіъь"
_LATIN = "abvgdeziyklmnoprstufyei"
_TWO = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ї": "yi"}
_LETTERS = {**dict.fromkeys(_CYRILLIC, ""), **dict(zip(_CYRILLIC, _LATIN, strict=False)), **_TWO}
_OTHERWISE = (("iy", "y"), ("iy", "i"), ("ey", "ei"), ("ye", "e"), ("ks", "x"), ("kh", "h"), ("aleksandr", "alexander"))
"""What may stand for the same letters in the tables."""

PATRONYMIC = ("вич", "вна", "ична")


def latin(name: str) -> str:
    """A name letter for letter: *Сергей Лавров* Sergey Lavrov."""
    words = ("".join(_LETTERS.get(c, c) for c in plain(word)) for word in name.split())
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)


def spellings(name: str) -> Iterator[str]:
    """Letter for letter, then with each pair of letters that others write otherwise."""
    base = latin(name)
    yield base
    for one, other in _OTHERWISE:
        if one in base.lower():
            yield " ".join(w.lower().replace(one, other).capitalize() for w in base.split())


def nominatives(words: Sequence[str], lemmas: Sequence[str]) -> Iterator[str]:
    """What a name in any case may be in the nominative, the parser's view first; patronymics go, initials stay."""
    kept = [(w, le) for w, le in zip(words, lemmas, strict=True) if not _is_patronymic(le) or len(words) < 3]
    initials = [w for w, _ in kept if len(w) == 1][:1]
    full = [(w, le) for w, le in kept if len(w) > 1]
    if not full:
        return
    given = [*initials, *(le for _, le in full[:-1])]
    word, lemma = full[-1]
    for last in dict.fromkeys((lemma, plain(word), *sorted(name_forms(word)))):
        yield " ".join([*given, last])


def _is_patronymic(lemma: str) -> bool:
    return lemma.endswith(PATRONYMIC)
