"""What stands between quotation marks of any kind, and what only looks like it."""

import pytest

from demarche.language.coreference.quotes import quotations

ROWS = [
    ('He said: "We will talk." Nobody else did.', ['"We will talk."']),
    ("“We will talk,” the envoy said. “Soon.”", ["“We will talk,”", "“Soon.”"]),
    ("``We will talk,'' the envoy said.", ["``We will talk,''"]),
    ('The 6" gun fired. "It was loud," the officer said.', ['"It was loud,"']),
    ("“We will talk.\n\n“We will write,” the envoy said.", ["“We will talk.\n\n", "“We will write,”"]),
    ("“We will talk.", ["“We will talk."]),
    ("The envoy's aides said nothing.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == expected
