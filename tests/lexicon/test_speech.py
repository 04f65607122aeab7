"""The speech lexicon: each cue once, each with something that it opens, trusted as its kind is."""

from demarche.lexicon.speech import SpeechNoun, SpeechVerb, speech_lexicon
from demarche.lexicon.tables import data, load_csv

VERBS = load_csv(data("speech", "verbs.csv"), SpeechVerb)
NOUNS = load_csv(data("speech", "nouns.csv"), SpeechNoun)
REWRITTEN = ("mention", "advise", "proclaim", "articulate", "communicate", "opine", "relay", "divulge")
"""What rewriting machines put for "said"."""


def test_each_cue_stands_once() -> None:
    cues = [(v.lemma, v.particle) for v in VERBS]
    assert len(set(cues)) == len(cues)
    assert len({(n.lemma, n.pos) for n in NOUNS}) == len(NOUNS)
    assert len([v for v in VERBS if v.sort == "speech"]) >= 300


def test_each_cue_opens_something() -> None:
    assert all(verb.frames or verb.prepositions for verb in VERBS)
    assert all(noun.frames or noun.prepositions for noun in NOUNS)
    assert all(0 < trust <= 1 for trust in (*(v.trust for v in VERBS), *(n.trust for n in NOUNS)))


def test_a_verb_is_itself_and_with_its_particle_another() -> None:
    lexicon = speech_lexicon()
    assert lexicon.verbs["call"].particle is None
    assert lexicon.phrasal["call", "for"].frames == ("object",)
    assert "clause" in lexicon.verbs["explain"].frames


def test_synonyms_of_rewriting_machines_are_trusted_less() -> None:
    verbs = speech_lexicon().verbs
    assert all(verbs[lemma].trust < verbs["say"].trust for lemma in REWRITTEN)


def test_a_stance_is_an_objects() -> None:
    held = [v for v in VERBS if v.stance in ("supports", "opposes")]
    assert all({"object", "thing", "infinitive", "clause"} & set(v.frames) or v.prepositions for v in held)
    assert speech_lexicon().verbs["condemn"].stance == "opposes"
