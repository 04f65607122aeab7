"""The article in a page: what belongs to it, what the page says about itself, and in which order that is believed."""

import pytest

from demarche.model import BadInput
from demarche.sources.page import article, parsed
from demarche.sources.page.fragment import fragment_text

ONE = "The foreign ministers of France and Turkey met in Paris on Monday to discuss the export of grain."
TWO = "They agreed that their deputies would meet again in the autumn, and that the corridor should stay open."
THREE = "A joint statement named the ports through which the ships are to pass, and the rules for inspecting them."
FOUR = "Both sides also spoke about the situation in the Mediterranean, where talks had been broken off in spring."
LD = '<script type="application/ld+json">{}</script>'


def page(body: str = "", head: str = "", *, title: str = "Ministers meet in Paris") -> str:
    text = "".join(f"<p>{p}</p>" for p in (ONE, TWO, THREE, FOUR))
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{title} | The Gazette</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1><div class='story'>{text}{body}</div></article>"
        f"<footer>© 2022 The Gazette</footer></body></html>"
    )


def read(html: str, url: str | None = None):  # type: ignore[no-untyped-def]
    return article(parsed(html.encode()), url)


def test_the_article_and_nothing_around_it() -> None:
    found = read(page())
    assert found.text.split("\n\n") == [ONE, TWO, THREE, FOUR]
    assert found.about.title == "Ministers meet in Paris"
    assert found.about.language == "en"
    assert found.about.published is None


BESIDE = [
    "<aside><h3>More</h3><p>Another story altogether</p></aside>",
    "<div class='related-links'><p>Another story altogether</p></div>",
    "<div role='complementary'><h3>See also</h3><p>Another story altogether</p></div>",
    "<div style='display: none'><p>Another story altogether</p></div>",
    "<p><a href='/x'>Another story altogether</a></p>",
    "<p>Read more: Another story altogether</p>",
    "<p>Sign up for our weekly newsletter.</p>",
    "<p>Advertisement</p>",
    "<p>Leave a comment</p>",
]


@pytest.mark.parametrize("beside", BESIDE)
def test_what_stands_beside_the_article_is_left_out(beside: str) -> None:
    assert read(page(beside)).text.split("\n\n") == [ONE, TWO, THREE, FOUR]


def test_a_credit_stays_in_the_text() -> None:
    credit = "Jan Muster in Moscow and Ann Other in New Delhi contributed."
    assert read(page(f"<p>{credit}</p>")).text.endswith(credit)


def test_a_standfirst_that_the_page_names_its_description_is_put_back() -> None:
    lead = "Two ministers found common ground on grain, and on little else, at a long session in Paris."
    html = page(head=f"<meta name='description' content='{lead}'>").replace(
        "</h1>", f"</h1><div class='x'><h2>{lead}</h2></div>"
    )
    assert read(html).text.split("\n\n") == [lead, ONE, TWO, THREE, FOUR]


def test_a_description_that_the_page_does_not_show_is_no_text() -> None:
    lead = "All you need to know about the talks in Paris, told by the Gazette in three minutes."
    assert lead not in read(page(head=f"<meta name='description' content='{lead}'>")).text


def test_an_article_parted_over_boxes_is_whole() -> None:
    parts = [f"{x} This is part {n} of a long account of what was said." for n, x in enumerate((ONE, TWO, THREE, FOUR))]
    box = "<div class='grid'><div class='body'>{}</div></div><div class='row ad-break'><div>Advertisement</div></div>"
    halves = box.format("".join(f"<p>{p}</p>" for p in parts[:2])) + box.format(
        "".join(f"<p>{p}</p>" for p in parts[2:])
    )
    found = read(f"<html><body><article><h1>A title</h1>{halves}</article></body></html>").text
    assert [p for p in parts if p in found] == parts


def test_a_page_built_by_script_has_its_text_in_its_data() -> None:
    body = " ".join((ONE, TWO, THREE, FOUR)) * 4
    data = LD.format(f'{{"@type": "NewsArticle", "headline": "A title", "articleBody": "{body}"}}')
    assert read(f"<html><head>{data}</head><body><div id='app'>Loading</div></body></html>").text == body


def test_a_card_over_a_name_goes_and_the_name_stays() -> None:
    links = "<a href='/1'>One</a><a href='/2'>Two</a>"
    card = f"<span class='tooltip'><a href='/p'>Ann Other</a><span class='tooltip-block'>{links}</span></span>"
    html = page(f"<p>The proposal was made by {card} in a letter that both ministers received on Friday.</p>")
    assert "made by Ann Other in a letter" in read(html).text


DATES = [
    (LD.format('{"@type": "NewsArticle", "datePublished": "2022-07-29T23:30:00-04:00"}'), "2022-07-29"),
    (
        LD.format('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2022-07-29"}]}'),
        "2022-07-29",
    ),
    (LD.format('{"@type": "WebPage", "datePublished": "2022-07-29"}'), "2022-07-29"),
    (LD.format("{broken") + "<meta property='article:published_time' content='2022-07-29T10:00:00Z'>", "2022-07-29"),
    ("<meta name='DC.date.issued' content='2022-07-29'>", "2022-07-29"),
    ("<meta itemprop='datePublished' content='Fri, 29 Jul 2022 10:00:00 GMT'>", "2022-07-29"),
    ("<meta property='article:published_time' content='soon'>", None),
]


@pytest.mark.parametrize(("head", "day"), DATES)
def test_the_day_a_page_declares(head: str, day: str | None) -> None:
    about = read(page(head=head)).about
    assert (about.published, about.basis) == (day, "meta" if day else "unknown")


def test_linked_data_are_believed_before_meta_elements() -> None:
    head = (
        LD.format(
            '{"@type": "NewsArticle", "headline": "Ministers meet", "datePublished": "2022-07-29", "dateModified":'
            ' "2022-07-30T09:00:00+00:00", "author": [{"name": "Ann Other"}, {"name": "Jan Muster"}],'
            ' "publisher": {"@type": "Organization", "name": "The Gazette"}}'
        )
        + "<meta property='og:site_name' content='Another'>"
        "<meta property='article:published_time' content='2020-01-01'>"
    )
    about = read(page(head=head)).about
    assert (about.published, about.modified) == ("2022-07-29", "2022-07-30T09:00:00+00:00")
    assert (about.publisher, about.author) == ("The Gazette", "Ann Other, Jan Muster")


def test_a_day_in_the_address() -> None:
    about = read(page(), "https://example.org/2022/07/29/ministers-meet").about
    assert (about.published, about.basis) == ("2022-07-29", "url")


def test_the_same_page_in_another_encoding_is_the_same_article() -> None:
    html = page("<p>Élysée and Zürich were named as places for the next meeting of both delegations.</p>")
    western = html.replace("<head>", "<head><meta charset='iso-8859-1'>").encode("windows-1252")
    assert "Élysée and Zürich" in article(parsed(western)).text
    assert "Élysée and Zürich" in article(parsed(html.encode())).text


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_page_nested_too_deeply_is_refused(depth: int) -> None:
    with pytest.raises(BadInput, match="nested too deeply"):
        parsed(("<div>" * depth + ONE).encode())


@pytest.mark.parametrize("html", ["", "   ", "<html></html>", "<!-- nothing -->", "<script>var x = 1</script>"])
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(BadInput):
        read(html)


CONTROLS = ["\x00", "\x0b", "\x0c", "&#1;", "&#x0B;", "&#0;", "\ufffe"]


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_character_costs_a_page_nothing_but_itself(control: str) -> None:
    assert read(
        page(f"<p>Some more words{control} of the account that both sides gave of the talks.</p>")
    ).text.startswith(ONE)


def test_a_fragment_keeps_all_its_words_one_paragraph_a_block() -> None:
    fragment = "<p>One &amp;\n two</p>tail<ul><li>three<br>four</li></ul><script>no</script><b>fi</b>ve&#1;"
    assert fragment_text(fragment) == "One & two\n\ntail\n\nthree\n\nfour\n\nfive"
    assert fragment_text(" a < b and c > d ") == "a < b and c > d"


def test_other_articles_below_end_the_text_and_a_heading_does_not() -> None:
    other = "<h3>Another story</h3><p>It is told in a sentence or two, as such lists do.</p>"
    below = f"<h2>More from The Gazette</h2><div>{other}</div>"
    assert read(page(below)).text.endswith(FOUR)
    heading = f"<h2>More grain</h2><p>{FOUR} That much was said at the end of the long day.</p>"
    assert read(page(heading)).text.endswith("long day.")
