"""The taxonomy of topics: every example is read as its topic, and what only looks like one is not."""

import pytest

from demarche.lexicon.topics import Topic, topics

ALL = list(topics().by_id.values())


@pytest.mark.parametrize("topic", ALL, ids=lambda t: t.id)
def test_examples(topic: Topic) -> None:
    for text in topic.positive:
        assert topic.id in topics().named_in(text)
    for text in topic.negative:
        assert topic.id not in topics().named_in(text)


@pytest.mark.parametrize("topic", ALL, ids=lambda t: t.id)
def test_each_phrase_names_its_topic_whatever_its_case(topic: Topic) -> None:
    assert all(topics().named_in(f"about {phrase.upper()} today") == (topic.id,) for phrase in topic.phrases)


def test_the_longest_phrase_wins() -> None:
    assert topics().named_in("the nuclear power plant and nuclear weapons") == ("nuclear energy", "nuclear weapons")
    assert topics().named_in("exports of grain") == ("grain exports",)


def test_a_tree() -> None:
    assert len(ALL) >= 60
    assert topics().above("nuclear weapons") == ("arms control", "security")
    assert all(topic.id not in topics().above(topic.id) for topic in ALL)
