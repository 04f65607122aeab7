"""*He*, *his*, *her*: of all whom a pronoun can mean the likeliest, where that one is likely enough.

A pronoun that stays open is remembered as somebody: the pronouns after it then lead to the same one, and not past it to
whoever was named before.
"""

import math
from collections.abc import Sequence

from demarche.language.coreference.asked import Asked, asked
from demarche.language.coreference.bearing import signs
from demarche.language.coreference.candidates import candidates
from demarche.language.coreference.clauses import SUBJECTS
from demarche.language.coreference.course import Candidate, Signs
from demarche.language.coreference.people import Key
from demarche.language.coreference.story import Link, Story, Where
from demarche.language.coreference.words import weights
from demarche.lexicon.actors import Gender

LEAST = 0.55
"""The share from which a pronoun is taken to mean somebody."""


def weighed(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Link | None:
    """Whom a pronoun of a gender means, of all but those who are barred."""
    token = story.sentences[at.sentence].tokens[at.token]
    everybody = candidates(story, at, wanted, barred)
    own = asked(story, at, wanted)
    found = signs(own, everybody)
    judge = story.course.judge
    share = judge(token.start, everybody, found) if judge else shares(found)
    best = max(range(len(share)), key=share.__getitem__)
    one = everybody[best] if best < len(everybody) else None
    link = _link(own, one, share[best]) if one is not None else None
    whom = one.whom if one and (link or one.mention is None) else ("open", str(token.start))
    story.course.meant(at.sentence, wanted, whom, is_subject=token.deprel in SUBJECTS)
    story.genders.setdefault(whom, wanted)
    if link is None:
        story.course.left_open(at.sentence, at.token, whom)
    return link


def shares(found: Signs) -> Sequence[float]:
    """How likely each is, by what training made of the signs; together they are one."""
    weight = weights()
    sums = [sum(weight.get(sign, 0.0) for sign in own) for own in found]
    raised = [math.exp(s - max(sums)) for s in sums]
    return [r / sum(raised) for r in raised]


def _link(own: Asked, one: Candidate, share: float) -> Link | None:
    if one.mention is None or share < LEAST:
        return None
    return Link((one.mention,), f"pronoun: {_reason(own, one)}", round(share, 2))


def _reason(own: Asked, one: Candidate) -> str:
    last, back = one.last, own.sentence - one.last.sentence
    if any(one.whom in some for some in own.above):
        return "subject of the clause above"
    if back == 0 and last.token > own.token:
        return "subject of the main clause"
    if last.form == "pronoun":
        return "whom the one before means"
    if back == 0:
        return "named before in the sentence"
    return "main subject of the sentence before" if back == 1 and last.role in ("main", "passive") else "named before"
