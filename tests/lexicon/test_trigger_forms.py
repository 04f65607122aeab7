"""Every regular form of a verb in the event and speech lexicons has the lemma that the lexicon looks it up by."""

import pytest

from demarche.language.lemmas import lemma
from demarche.lexicon.events import event_lexicon
from demarche.lexicon.speech import speech_lexicon

PAST = (
    "Mood=Ind|Tense=Past|VerbForm=Fin",
    "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
    "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
    "Tense=Past|VerbForm=Part|Voice=Pass",
)
DOUBLING = {
    "admit", "bar", "begin", "bid", "commit", "cut", "embed", "fit", "forget", "get", "hit", "jet", "nix", "plan",
    "put", "quit", "regret", "run", "scrap", "set", "shun", "sit", "slam", "snub", "submit", "trip", "win", "wrap",
}  # fmt: skip
IRREGULAR = {
    "be", "become", "begin", "bid", "break", "come", "cut", "deal", "fall", "feel", "fight", "find", "fly",
    "forget", "get", "give", "go", "have", "hear", "hit", "hold", "keep", "know", "lead", "leave", "make", "mean",
    "meet", "nix", "pay", "put", "quit", "read", "rebut", "ring", "run", "say", "see", "seek", "send", "set",
    "show", "sit", "speak", "swear", "take", "tell", "think", "understand", "undertake", "win", "withdraw",
    "write",
}  # fmt: skip


def verbs() -> list[str]:
    lexicon = event_lexicon()
    known = {*lexicon.verbs, *lexicon.lights, *lexicon.attendance, *speech_lexicon().verbs}
    return sorted(v for v in known if v.isalpha() and v != "axe")


def past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in DOUBLING else "") + "ed"


def gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in DOUBLING else "") + "ing"


def third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o", "z")) else "s")


@pytest.mark.parametrize("verb", [v for v in verbs() if v not in IRREGULAR])
def test_the_past_of_a_trigger(verb: str) -> None:
    assert {lemma(past(verb), "VERB", form) for form in PAST} == {verb}


@pytest.mark.parametrize("verb", [v for v in verbs() if v != "be"])
def test_the_other_forms_of_a_trigger(verb: str) -> None:
    assert lemma(verb, "VERB", "VerbForm=Inf") == verb
    assert lemma(third(verb), "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin") == verb
    assert lemma(gerund(verb), "VERB", "VerbForm=Ger") == verb
