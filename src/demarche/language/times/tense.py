"""Whether a date lies behind or ahead, by the verb it belongs to: the parse says which, else the nearest one's form."""

import re
from collections.abc import Sequence
from functools import cache

from demarche.language.times.setting import DONE, FUTURE, PAST, SURELY, UNKNOWN
from demarche.language.times.words import words
from demarche.model import Sentence, Token

_MODALS = frozenset({"will", "shall", "would", "may", "might", "can", "should", "must"})
_WORD = re.compile(r"[\w’']+")


_BESIDE = re.compile(r"(?:\b(?:the|next|this|on|in|a|late|early)\s*)+\Z")
_NOTED = re.compile(r"(?<!\bon )(?<!\bin )\bthe\s+\Z")
_PLANNED = re.compile(
    r"\b(?:slated|planned|scheduled|upcoming|forthcoming|impending)\s+(?:(?!(?:on|in|for|to|was|were|has|had)\b)[\w.,’']+\s+)"
    r"(?:[\w.,’']+\s+){0,7}\Z"
)
"""*the slated visit of the secretary in* September."""
_LAST = re.compile(r"(?:(?P<before>[a-z’']+)\s+)?(?P<verb>took\s+place|taken\s+place|[a-z’']+)\Z")


def _is_done(verb: str, before: str) -> bool:
    """*met (on)*, *was held (in)*; but not *will be held* and *had (on)*."""
    if verb.startswith(("took ", "taken ")):
        return True
    return _form(verb) == PAST and verb not in ("had", "has", "have", "been") and before not in ("be", "to", "will")


class Tense:
    """The tenses of one text."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = [s for s in sentences if s.tokens]

    def __call__(self, start: int, end: int) -> int:
        if len(self._text.strip(" .?!\n")) <= end - start:
            return UNKNOWN
        cue = self._cue(start)
        if cue != UNKNOWN:
            return cue
        sentence = next((s for s in self._sentences if s.start <= start < s.end), None)
        owner = self._text[end : end + 2] in ("'s", "’s")
        if sentence is not None:
            told = _parsed(sentence, start, end, owner=owner)
            if told != UNKNOWN:
                return told
        told = self._surface(start, end)
        return PAST if owner and told == FUTURE and sentence is not None else told

    def _cue(self, start: int) -> int:
        """What the words right before a date say: *until*, *since*, *announced (on) Wednesday*."""
        left = _BESIDE.sub("", self._text[max(0, start - 60) : start].lower().rstrip()).rstrip()
        opens = re.search(r"(?:^|[.!?]\s+|\n)\s*until\Z", left) or left.endswith("up until")
        if not opens and _ends_in(words().tense.before_it).search(left):
            return SURELY
        if _PLANNED.search(self._text[max(0, start - 90) : start]):
            return SURELY
        if _ends_in(words().tense.after_it).search(left):
            return DONE
        if _NOTED.search(self._text[max(0, start - 8) : start]):
            return UNKNOWN  # "noted *the November visit*": of whatever November is near
        return DONE if (last := _LAST.search(left)) and _is_done(last["verb"], last["before"] or "") else UNKNOWN

    def _surface(self, start: int, end: int) -> int:
        """The nearest word with a tense: to the left within the clause, else to the right, else anywhere."""
        a = max((m.end() for m in re.finditer(r"[.!?]\s|\n", self._text[max(0, start - 400) : start])), default=0)
        left = [w.lower() for w in _WORD.findall(self._text[max(0, start - 400) + a : start])]
        stop = re.search(r"[.!?](?:\s|\Z)|\n", self._text[end : end + 400])
        right = [w.lower() for w in _WORD.findall(self._text[end : end + (stop.start() if stop else 400)])]
        return _first(left[::-1], backwards=True) or _first(right)


@cache
def _ends_in(cues: frozenset[str]) -> re.Pattern[str]:
    """What ends in one of some words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\Z")


def _first(tokens: Sequence[str], backwards: bool = False) -> int:
    """The tense of the first word that has one; *to meet*, *will be held* are ahead, *plans to meet* without doubt."""
    for i, word in enumerate(tokens):
        before = tokens[i + 1 : i + 3] if backwards else tokens[max(0, i - 2) : i][::-1]
        if word == "to" and i and backwards and _base(tokens[i - 1]):
            return SURELY if before and before[0] in words().tense.ahead else FUTURE
        if word in ("will", "won't", "won’t", "shall", "'ll", "’ll"):
            return SURELY
        told = _form(word)
        if told == PAST and word not in ("had", "have", "has") and {"to", "will", "would", "be"} & set(before[:1]):
            return SURELY if "will" in before else FUTURE
        if told:
            return told
    return UNKNOWN


def _base(word: str) -> bool:
    """Could the word after *to* be a verb? Then it is short of an ending and no article."""
    return (
        word.isalpha()
        and word not in ("the", "a", "an", "his", "her", "its", "their", "this")
        and not word.endswith(("s", "ed", "ing"))
    )


def _form(word: str) -> int:
    if word in words().tense.ahead:
        return FUTURE
    if word in words().tense.behind or (len(word) > 4 and word.endswith("ed")):
        return PAST
    return UNKNOWN


def _parsed(sentence: Sentence, start: int, end: int, owner: bool) -> int:
    """The tense of the verb above a date; *Wednesday's ruling* is as past or future as the whole sentence."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.end > start and t.start < end), None)
    if at is not None and _is_called_for(tokens, at):
        return SURELY
    if owner:
        at = next((i for i, t in enumerate(tokens) if t.head < 0), at)
    near = True
    for _ in tokens:
        if at is None or at < 0:
            return UNKNOWN
        told = _clause(tokens, at)
        if told != UNKNOWN:
            return DONE if told == PAST and near and not owner else told
        near = near and (tokens[at].end > start and tokens[at].start < end)
        at = _over(tokens, at)
    return UNKNOWN


def _over(tokens: Sequence[Token], at: int) -> int:
    """The head of a word; what stands before "that" belongs to the verb before it, whatever the parse."""
    over = tokens[at].head
    marks = [i for i, c in enumerate(tokens) if c.head == over and c.deprel == "mark" and c.lemma == "that"]
    reported = over >= 0 and tokens[over].deprel == "ccomp" and marks and at < marks[0]
    return tokens[over].head if reported else over


def _is_called_for(tokens: Sequence[Token], at: int) -> bool:
    """ "Convened a summit *for Thursday*", "invited them *for July*": the day of what is still to be."""
    if not any(c.head == at and c.deprel == "case" and c.lemma == "for" for c in tokens):
        return False
    over, seen = tokens[at].head, 0
    while over >= 0 and tokens[over].upos != "VERB" and seen < len(tokens):
        over, seen = tokens[over].head, seen + 1
    return over >= 0 and tokens[over].lemma in words().tense.calling


def _clause(tokens: Sequence[Token], at: int) -> int:
    if tokens[at].upos in ("VERB", "AUX"):
        return _verb(tokens, at)
    if any(c.head == at and c.deprel == "cop" for c in tokens):
        return _auxiliaries(tokens, at)
    return UNKNOWN


def _verb(tokens: Sequence[Token], at: int) -> int:
    """The tense of a verb with its auxiliaries; of an infinitive or participle, what its governor makes of it."""
    verb = tokens[at]
    if verb.lemma in words().tense.planning and any(c.head == at and c.deprel == "obj" for c in tokens):
        return FUTURE
    told = _auxiliaries(tokens, at)
    if told == PAST and _was_to_have(tokens, at):
        return FUTURE
    if told != UNKNOWN:
        return told
    if any(c.head == at and c.deprel in ("aux", "aux:pass") and "VerbForm=Inf" in c.feats for c in tokens):
        return FUTURE  # *to be held*
    if "VerbForm=Inf" in verb.feats and any(c.head == at and c.deprel == "mark" for c in tokens):
        governor = tokens[verb.head] if verb.head >= 0 else None
        return UNKNOWN if governor is not None and governor.lemma in words().tense.achieved else FUTURE
    if "VerbForm=Ger" in verb.feats or "VerbForm=Part" in verb.feats:
        return UNKNOWN if "Tense=Pres" in verb.feats or "VerbForm=Ger" in verb.feats else PAST
    if "Tense=Past" in verb.feats:
        return PAST
    return FUTURE if "Tense=Pres" in verb.feats or "Mood=Imp" in verb.feats else UNKNOWN


def _was_to_have(tokens: Sequence[Token], at: int) -> bool:
    """ "*Was to have been* received on Thursday": what was planned, and may lie ahead still."""
    helpers = [c for c in tokens if c.head == at]
    to = any(c.deprel in ("mark", "aux") and c.lemma == "to" for c in helpers)
    return to and any(c.lemma == "have" and "VerbForm=Inf" in c.feats for c in helpers)


def _auxiliaries(tokens: Sequence[Token], at: int) -> int:
    helpers = [c for c in tokens if c.head == at and c.deprel in ("aux", "aux:pass", "cop")]
    lemmas = {c.lemma for c in helpers}
    if "have" in lemmas:
        return PAST
    if lemmas & _MODALS:
        return SURELY if "will" in lemmas else FUTURE
    if any("Tense=Past" in c.feats for c in helpers):
        return PAST
    return FUTURE if helpers and any("Tense=Pres" in c.feats for c in helpers) else UNKNOWN
