"""A word, its tag and features -> its lemma: exceptions first, then rules, a dictionary choosing between candidates.

Proper nouns keep their spelling, as in the treebanks; pronouns keep theirs apart from case.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from simplemma import is_known, lemmatize

from demarche.lexicon.acts import act_lexicon
from demarche.lexicon.events import event_lexicon
from demarche.lexicon.languages import mapping, table, words
from demarche.lexicon.speech import speech_lexicon

_CLITICS = {"n't": "not", "nt": "not", "ve": "have", "re": "be", "m": "be", "ll": "will", "s": "be"}
_PRONOUNS = {"her": "she", "him": "he", "them": "they", "me": "I", "us": "we", "whom": "who", "i": "I"}
_MARKS = {"–": "-", "“": '"', "”": '"', "‘": "'", "’": "'"}
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=100_000)
def lemma(word: str, upos: str, feats: str = "") -> str:
    """The lemma of a word as tagged."""
    plain = word.replace("’", "'").replace("ʼ", "'")
    if upos == "PROPN":
        return _singular_name(plain) if "Number=Plur" in feats else plain
    small = plain.lower()
    if upos == "PRON" and ("Case=Acc" in feats or small in ("whom", "i")):
        return _PRONOUNS.get(small, small)
    form = _form(feats)
    known = next((k for f in (form, _unnumbered(form), "") if (k := _exceptions().get((small, upos, f)))), None)
    if known:
        return known
    if upos in ("AUX", "VERB", "PART") and (clitic := _CLITICS.get(small.removeprefix("'"))):
        return "'s" if upos == "PART" and clitic == "be" else clitic
    return _ruled(plain, small, upos, feats)


def _ruled(plain: str, small: str, upos: str, feats: str) -> str:
    if upos in ("VERB", "AUX"):
        return _verb(small, feats)
    if upos == "NOUN":
        return _noun(small) if "Number=Plur" in feats else small
    if upos in ("ADJ", "ADV") and ("Degree=Cmp" in feats or "Degree=Sup" in feats):
        return _base(small, ("er", "est"))
    if upos == "NUM":
        return plain if plain.isupper() and plain.isalpha() else small.replace(",", "")
    if upos in ("SYM", "PUNCT"):
        return _MARKS.get(plain, plain)
    return plain if upos == "X" or plain in words("en", "demonyms") else small


def _form(feats: str) -> str:
    """The part of the features that a lemma can hang on."""
    kept = ("Tense=", "VerbForm=", "Number=Plur", "Degree=")
    return "|".join(f for f in feats.split("|") if f.startswith(kept) and f not in ("Degree=Pos", "VerbForm=Fin"))


def _unnumbered(form: str) -> str:
    """The form without number: the past of a verb is one word for *he* and for *they*."""
    return "|".join(f for f in form.split("|") if not f.startswith("Number="))


@cache
def _exceptions() -> dict[tuple[str, str, str], str]:
    rows = table("en", "lemmas")
    return {(row["word"], row["upos"], row["form"]): row["lemma"] for row in rows}


def _verb(small: str, feats: str) -> str:
    if "VerbForm=Inf" in feats or not feats:
        return small
    if "Tense=Pres|VerbForm=Part" in feats or "VerbForm=Ger" in feats:
        return _base(small, ("ing",))
    if "Tense=Past" in feats:
        return mapping("en", "irregular").get(small) or _base(small, ("ed",))
    if "Person=3" in feats and "Number=Sing" in feats and "Tense=Pres" in feats:
        return _without_s(small)
    return small


def _base(small: str, endings: tuple[str, ...]) -> str:
    """The base of a form with a vowel ending: *planned* plan, *agreed* agree, *tried* try, *used* use."""
    for ending in endings:
        if small.endswith(ending) and len(small) > len(ending) + 1:
            stem = small[: -len(ending)]
            if asked := next((c for c in _candidates(stem) if c in _asked_for()), None):
                return asked
            return next((c for c in _candidates(stem) if is_known(c, "en") and lemmatize(c, "en") == c), _guess(stem))
    return str(lemmatize(small, "en"))


@cache
def _asked_for() -> frozenset[str]:
    """The verbs that the lexicons look up: where two bases are possible ("*noted*": note, not), it is one of these."""
    events = event_lexicon()
    acts = act_lexicon()
    return frozenset(
        {*events.verbs, *events.lights, *events.attendance, *speech_lexicon().verbs, *acts.verbs, *acts.lights}
    )


def _candidates(stem: str) -> Iterator[str]:
    """What the base may be, the likeliest first."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-1] not in "lsfz":
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    silent = stem + "e"
    if _wants_e(stem):
        yield silent
        yield stem
    else:
        yield stem
        yield silent
    if doubled:
        yield stem[:-1]


def _wants_e(stem: str) -> bool:
    """Endings that English does not leave bare: *judg-*, *receiv-*, *stat-*."""
    if stem.endswith(
        ("v", "dg", "ng", "c", "u", "at", "iz", "ys", "as", "us", "os", "it", "uc", "ag", "ir", "ur", "or")
    ):
        return not stem.endswith(("eat", "oat", "ing", "ong", "ang", "ear", "air", "our", "oor", "ous", "it", "uit"))
    return len(stem) > 1 and stem[-1] not in _VOWELS and stem[-1] not in "wxy" and len(stem) == 2


def _guess(stem: str) -> str:
    return next(_candidates(stem))


def _noun(small: str) -> str:
    given = str(lemmatize(small, "en"))
    return given if given != small or not small.endswith("s") else _without_s(small)


def _without_s(small: str) -> str:
    """*tries* try, *passes* pass, *goes* go, *meets* meet."""
    if small.endswith("ies") and len(small) > 4:
        return small[:-3] + "y"
    if small.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return small[:-2]
    if small.endswith("oes") and len(small) > 4:
        return small[:-2]
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small


def _singular_name(name: str) -> str:
    """*Russians* Russian; a name that is only a plural keeps its s by the table."""
    known = _exceptions().get((name, "PROPN", "Number=Plur"))
    return known or _without_s(name)
