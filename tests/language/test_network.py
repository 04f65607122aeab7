"""The network as it stands in the package: what it says of a sentence does not hang on what it read before."""

from demarche.language.network import SIDE_BY_SIDE, Network, Reading

WORDS = ("The", "foreign", "minister", "of", "Norway", "met", "her", "Danish", "counterpart", "in", "Oslo", ".")
OTHERS = (
    ("Talks", "ended", "without", "a", "statement", "."),
    ("“", "We", "agree", ",", "”", "said", "the", "spokesperson", "."),
    ("Yes",),
)


def test_a_plain_sentence_is_read() -> None:
    read = Network().read(WORDS)
    assert dict(zip(WORDS, read.heads, strict=True))["minister"] == WORDS.index("met") + 1
    assert [(WORDS[i], read.deprels[i]) for i, head in enumerate(read.heads) if head == 0] == [("met", "root")]
    assert (4, 5, "LOC") in read.names


def test_a_sentence_is_read_the_same_in_any_company() -> None:
    network = Network()
    for other in OTHERS:
        network.read(other)
    assert network.read(WORDS) == Network().read(WORDS)


def test_sentences_read_side_by_side_are_read_as_if_alone() -> None:
    every = [(*WORDS[:k], *other) for k in range(len(WORDS)) for other in (*OTHERS, WORDS * 12)]
    assert sum(map(len, every)) > SIDE_BY_SIDE  # words have more than one piece: several groups
    together, alone = Network(), Network()
    assert together.read_all([*every, (), *reversed(every)]) == [
        *map(alone.read, every), Reading(), *map(alone.read, reversed(every))
    ]  # fmt: skip


def test_nothing_is_read_of_nothing() -> None:
    assert Network().read(()) == Reading()


def test_only_the_root_has_the_relation_root() -> None:
    network = Network()
    for words in (WORDS, *OTHERS, ("to", "be", "or", "not", "to", "be") * 30):
        read = network.read(words)
        assert [head == 0 for head in read.heads] == [relation == "root" for relation in read.deprels]


def test_what_was_read_once_is_not_read_again() -> None:
    network = Network()
    assert network.read(list(WORDS)) is network.read(WORDS)
