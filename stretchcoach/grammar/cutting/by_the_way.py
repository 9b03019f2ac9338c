"""What is only said with a saying, first or last, *believe it or not*, *if you ask me*: patterns of whole phrases."""

from functools import cache

from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, expanded

FIRST = (
    "believe it or not"
    "|[as|like] i [have] [already|just] (said|told you|say|mentioned) [before|already|just now|earlier]"
    "|i [have] [already|just] (said|told you) [before|already|just now|earlier]"
    "|i [will|can] tell you [what|something|now|this]|can i [just] say"
    "|(the|my) (thing|trouble|problem|truth|fact|point) is|put it this way|to put it (bluntly|mildly)"
    "|(if i am|being|to be) (honest|frank|truthful|fair) [with you]|you will not believe (it|this)|funnily enough"
    "|all i can say is|all i know is|what i mean is|i have got to say|i am telling you|to be (clear|precise|exact)"
    "|in my (case|opinion|view)|for me|from what i can (tell|see|feel)|now that i think (of|about) it|as it happens"
    "|sad to say|sorry to say|happy to say|good news|bad news|guess what|mind you|let me tell you"
    "|do you know what|you know what"
)
"""... before it ..."""
LAST = (
    "if you ask me|if that makes [any] sense|if that (helps|is what you mean|is any help)|would you believe [it]"
    "|believe it or not|to be (fair|frank|clear|precise|exact)|[just] as usual|as it happens|so there [you go|we are]"
    "|(can|do|did) you hear [me]|are you listening|you hear [me]|that is all|that is that"
    "|god help me|lord help me|heaven help me|for what it is worth|at my age|as (i|you) (say|know)|as i said [before]"
    "|like i (said|say|told you) [before]|i have told you [already|before]|if i am honest|if i remember (rightly|right"
    "|correctly)|if memory serves|as a rule|in general|by and large|on the whole|all in all|all things considered"
    "|more is the pity|that is for sure|and that is (that|all|it)|you know what i mean|if you follow me"
    "|do you see|do you understand|do you know|and so on|and all that|and everything|and stuff|that is what i think"
    "|or thereabouts|so i am told|so they tell me|as far as it goes|same as ever|in a manner of speaking"
)
"""... or after it."""


_NOT_BEFORE_WHY = frozenset("is was are were just maybe that possible and but only partly probably mainly".split())
"""*It's just because* has said nothing yet."""


@cache
def _sets() -> tuple[frozenset[Words], frozenset[Words]]:
    return frozenset(each for each in expanded(FIRST) if each), frozenset(expanded(LAST))


def without_asides(words: Words) -> Words:
    """The saying alone, and without what gives a reason with *because*."""
    first, last = _sets()
    if words in first or words in last:
        return words
    why = words.index("because", 1) if "because" in words[1:] else len(words)
    words = words[:why] if why > 1 and words[why - 1] not in _NOT_BEFORE_WHY else words
    for size in range(min(LONGEST, len(words) - 1), 1, -1):
        if words[:size] in first:
            words = words[size:]
            break
    for size in range(min(LONGEST, len(words) - 1), 1, -1):
        if words[-size:] in last:
            return words[:-size]
    return words
