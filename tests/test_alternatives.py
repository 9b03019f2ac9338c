"""What is read where the likeliest text means nothing."""

from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.ears.alternatives import NEAR, REASSURING, read_as
from stretchcoach.ears.decoder import Alternative, Said
from stretchcoach.ears.second_opinion import NEGATIONS
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import plain

ASKED = {name: labels | {UNCLEAR} for name, labels in CONTEXTS.items()}
TEXTS = st.sampled_from(
    "Quality day./Call it a day./It willista./It isn't long./It released./It's gone./It's not gone./It's gone now."
    "/I can't./No, sir."
    "/No sir./Yes sir./None at all./Now, at all./Stop./Please stop./The neck./The next one./It's easing off./Go on."
    "/Hasn't bunged it./Hasn't budged./Seven./About seven./God./Gone./It hurts more./Not any more.".split("/")
)
ALTERNATIVES = st.lists(st.tuples(TEXTS, st.floats(0, 4)), max_size=6).map(
    lambda some: tuple(
        Alternative(text, 0.6, -1.0 - behind, behind) for text, behind in sorted(some, key=lambda one: one[1])
    )
)


def said(text: str, *alternatives: tuple[str, float]) -> Said:
    return Said(text, 0.5, -2.0, (), tuple(Alternative(other, 0.6, -1.8, behind) for other, behind in alternatives))


def test_the_next_likely_text_is_read_where_the_likeliest_means_nothing() -> None:
    assert read_as(said("Quality day.", ("Call it a day.", 0.4)), ASKED["cramp"]).text == "Call it a day."
    assert read_as(said("It willista.", ("It released.", 0.0)), ASKED["cramp"]).text == "It released."
    assert read_as(said("Quality day.", ("Call it a day.", NEAR + 0.1)), ASKED["cramp"]).text == "Quality day."


def test_what_goes_on_or_leaves_out_the_end_is_no_other_text() -> None:
    back = read_as(said("You go back.", ("And go back.", 0.3), ("Go back.", 0.5)), ASKED["session"])
    assert back.text == "Go back."
    cut = said("It's worse, mate, to go that way.", ("It's worse.", 0.1))
    assert read_as(cut, ASKED["cramp"]) == cut


def test_what_reassures_is_asked_again_where_something_else_may_have_been_said() -> None:
    doubtful = read_as(said("It's gun.", ("It's gone now.", 0.1), ("It's not gone.", 3.5)), ASKED["cramp"])
    assert labelled(doubtful.text, ASKED["cramp"]) == UNCLEAR
    denied = read_as(said("It isn't long.", ("It's gone now.", 0.1)), ASKED["cramp"])
    assert labelled(denied.text, ASKED["cramp"]) == UNCLEAR


@given(TEXTS, ALTERNATIVES, st.sampled_from(sorted(ASKED)))
def test_another_text_never_reassures_against_any_that_does_not(
    text: str, others: tuple[Alternative, ...], context: str
) -> None:
    armed = ASKED[context]
    read = read_as(Said(text, 0.5, -2.0, (), others), armed)
    meant = labelled(read.text, armed)
    if labelled(text, armed):
        assert read.text == text, "what means something is read as it is"
    elif meant:
        assert read.text not in {each.text for each in others} or len(plain(read.text)) > 1
        if meant in REASSURING:
            several = [each.text for each in others if len(plain(each.text)) > 1]
            assert {labelled(each, armed) for each in several} <= {meant, ""}
            assert NEGATIONS.isdisjoint(plain(text))
