"""Sayings as they come in pain: begun twice, with more than was asked, of more clauses than one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.vocabulary import CONTEXTS, labelled
from stretchcoach.grammar.answers.concluded import concluded
from stretchcoach.grammar.cutting import by_the_way
from stretchcoach.grammar.cutting.false_starts import said_once
from stretchcoach.grammar.lexicon import state_sayings
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.meaning import as_said, plain, readings

IN_A_CRAMP = CONTEXTS["cramp"]
REASSURES = {"gone", "no", "none"}


def some(pattern: str) -> st.SearchStrategy[str]:
    return st.sampled_from([" ".join(words) for words in expanded(pattern)])


# --- false starts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "label"),
    [("could you, um, could you stop please", "stop"), ("it's, it's wearing off some", "easing"),
     ("I can't, um, I can't breathe properly", "chest_pain"), ("it's in, er, it's in both of them", "both"),
     ("nothing, nothing has happened", "same"), ("no, um, it's uh it's just as tight", "same"),
     ("the the left, the left one", "left"), ("I'm I'm still lying down", "bed")],
)  # fmt: skip
def test_what_is_begun_twice_is_said_once(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@given(st.lists(st.sampled_from("it is not gone still um worse there no left i can breathe".split()), max_size=9))
def test_what_is_said_once_has_no_word_less(words: list[str]) -> None:
    once = said_once(tuple(words))
    assert {*once} == {*words} - {"um"}
    assert said_once(once) == once or len(said_once(once)) < len(once)


@given(some("it is not|it has not|it is never|it is still not"), some(state_sayings.STATES["gone"]), st.integers(1, 4))
def test_what_is_denied_is_not_gone_however_often_it_is_begun(denied: str, gone: str, size: int) -> None:
    said = " ".join([*denied.split()[:size], *f"um {denied} {gone}".split()])
    assert not REASSURES & {*readings(said)}, said


# --- where it is, since when, and in more clauses ------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "label"),
    [("it's really tight just above the ankle", "same"), ("still sore down the side of my shin", "same"),
     ("it's a bit looser round the outside", "easing"), ("it hurts a lot more under the heel", "hurts"),
     ("it's tighter than when you started talking", "hurts"), ("no different from five minutes ago", "same"),
     ("a little easier than it was just now", "easing"), ("it's the same as last night", "same")],
)  # fmt: skip
def test_where_and_since_when_change_nothing(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@given(some(f"it is ({state_sayings.STATES['gone']})"),
       some("at the back|behind the knee|down at the ankle|since you started|when i lie here"))  # fmt: skip
def test_what_is_gone_somewhere_or_at_times_is_asked_again(gone: str, where: str) -> None:
    assert not REASSURES & {*readings(f"{gone} {where}")}


@pytest.mark.parametrize(
    ("said", "label"),
    [("no it hasn't eased it's still locked solid", "same"), ("it's tight and it's getting worse", "hurts"),
     ("oh that's helping it's easing off", "easing"), ("no change it's like it was before", "same"),
     ("it's no better but it's no worse either", "same"),
     ("it's gone no hang on it's still there", UNCLEAR), ("gone well nearly", UNCLEAR),
     ("I thought it was gone but it isn't", UNCLEAR), ("it's easing no it's worse", UNCLEAR)],
)  # fmt: skip
def test_of_more_clauses_all_are_heard(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@given(some(f"it is ({state_sayings.STATES['gone']})"), some("well|oh|but|and|no|"),
       some("it is (tight|still there|worse|easing)|not really|maybe|i do not know|not quite|it is not"))  # fmt: skip
def test_gone_beside_any_other_clause_is_never_gone(gone: str, join: str, other: str) -> None:
    for said in (f"{gone} {join} {other}", f"{other} {join} {gone}"):
        assert "gone" not in readings(said), said


@pytest.mark.parametrize(
    ("said", "label"),
    [("maybe it's easing a bit", "easing"), ("perhaps a little looser", "easing"), ("maybe it's gone", UNCLEAR),
     ("it might be better", UNCLEAR), ("I'm waiting for it to let go", "same"), ("hasn't shifted one inch", "same"),
     ("it isn't making much difference", "same"), ("it's not as sharp", "easing")],
)  # fmt: skip
def test_how_it_is_may_be_hedged_or_awaited(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@pytest.mark.parametrize(
    "said", ["it was tight in the middle", "he said it's worse since Monday", "it's not in the middle"]
)
def test_what_was_or_is_told_by_others_is_not_how_it_is(said: str) -> None:
    assert labelled(said, IN_A_CRAMP) == ""


# --- which leg, and other answers with more in them ----------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "label"),
    [("right, no sorry, the left leg", "left"), ("not my left, the right one", "right"),
     ("left I meant right", "right"),
     ("it's in my left, no, my right calf", "right"), ("no the other leg, the left", "left"),
     ("it's my right calf that has seized up", "right"), ("both of my legs this time", "both"),
     ("me left leg, same as last night", "left"), ("left no right", UNCLEAR), ("right or left", UNCLEAR),
     ("it isn't the left leg that hurts", "")],
)  # fmt: skip
def test_the_leg_that_is_named_in_the_end_is_meant(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) in {label, *(("", UNCLEAR) if not label else ())}


@given(some("left|right"), some("left|right"), some("no sorry the|i mean the|sorry my|no wait the"))
def test_what_is_corrected_is_never_the_side_that_was_taken_back(first: str, then: str, correction: str) -> None:
    assert labelled(f"the {first} one {correction} {then} one", IN_A_CRAMP) in (then, UNCLEAR)


@pytest.mark.parametrize(
    ("said", "label"),
    [("no better, pet, I'm sorry to say", "same"), ("it's easing off now, dear, thank you so much", "easing"),
     ("it's gone now, doctor, thank you", "gone"), ("stop all that talking", "stop"), ("stop chattering at me", "stop"),
     ("it's still got a grip on me", "same"), ("the spasm is away", "gone"), ("is my brother still there", ""),
     ("I wish they'd stop it", ""), ("I asked her to slow down", "")],
)  # fmt: skip
def test_a_name_or_a_question_of_something_else_in_it(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@pytest.mark.parametrize(
    ("said", "label"),
    [("oh yes I get that nearly every week", "yes"), ("yes I take one of those for my heart", "yes"),
     ("yes I've had this since the accident", "yes"), ("no it isn't red or anything like that", "no"),
     ("no, touch wood", "no"), ("I couldn't say for certain", "unsure"), ("yes now you mention it I do", "yes")],
)  # fmt: skip
def test_an_answer_may_say_more_than_was_asked(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["yesno"]) == label


@pytest.mark.parametrize(
    ("said", "label"),
    [("I should think about a six", "six"), ("it's gone down to a two", "two"), ("not too bad, maybe three", "three"),
     ("not a nine, more like an eight", "eight"), ("at its worst it was a ten", "ten")],
)  # fmt: skip
def test_a_number_stands_in_more_frames(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["number"]) == label


def test_of_two_that_mean_go_on_either_goes_on() -> None:
    assert labelled("ready when you are, carry on", CONTEXTS["session"]) in ("start", "resume")


# --- what is only said with it -------------------------------------------------------------------------------

FIRST = [" ".join(words) for words in expanded(by_the_way.FIRST) if words]
LAST = [" ".join(words) for words in expanded(by_the_way.LAST)]
PLAINLY = (("it's worse", "hurts"), ("no better", "same"), ("stop", "stop"), ("left leg", "left"), ("go back", "back"))


@given(st.sampled_from(FIRST), st.sampled_from(PLAINLY), st.sampled_from(["", *LAST]))
def test_an_aside_changes_nothing_that_does_not_reassure(first: str, plainly: tuple[str, str], last: str) -> None:
    said, label = plainly
    assert labelled(f"{first} {said}", IN_A_CRAMP) == label
    assert labelled(f"{said} {last}", IN_A_CRAMP) in (label, "help")


@given(st.sampled_from(FIRST), some(state_sayings.STATES["gone"]), st.sampled_from(LAST))
def test_gone_beside_an_aside_nobody_listed_before_is_asked_again(first: str, gone: str, last: str) -> None:
    assert "gone" not in readings(f"{first} it is not {gone}")
    assert "gone" not in readings(f"it is not {gone} {last}")


@pytest.mark.parametrize(
    ("said", "label"),
    [("it's still really tight I've been on my feet all day", "same"),
     ("it's getting worse my shoe is too tight", "hurts"),
     ("the left leg because I slept on it", "left"), ("it's worse I think it's gone", UNCLEAR),
     ("it's sore like a bad tooth", "same"), ("it's pulling like mad", "same"),
     ("it hasn't got any worse but it hasn't got any better", "same"),
     ("it's gone down quite a bit", "easing"), ("sat down in my armchair by the fire", "chair"),
     ("the calf like always", "")],
)  # fmt: skip
def test_a_reason_or_a_likeness_follows(said: str, label: str) -> None:
    assert labelled(said, IN_A_CRAMP) == label


@pytest.mark.parametrize(
    ("said", "context", "label"),
    [("middling, about four", "number", "four"), ("terrible to be frank, like eight", "number", "eight"),
     ("my daughter is four", "number", ""), ("twenty four", "number", ""),
     ("I do, yes, most evenings", "yesno", "yes"), ("I do yes but not now", "yesno", ""),
     ("I'm afraid I can't feel my toes", "cramp", "numb"), ("my heart keeps thumping", "cramp", "heart"),
     ("I must have pulled a muscle", "cramp", "twisted"), ("my calf is dead sore", "cramp", "hurts"),
     ("it's just because of the rain", "yesno", "")],
)  # fmt: skip
def test_what_else_is_told_by_how_it_is_put(said: str, context: str, label: str) -> None:
    assert labelled(said, CONTEXTS[context]) == label


@pytest.mark.parametrize(
    ("said", "context", "label"),
    [("the last stretch was fine, go back", "session", "back"),
     ("slower please, I'm not as young as I was", "session", "slower"),
     ("hang on, how do I do this again", "session", "how"), ("that's a bit quick for me", "session", "slower"),
     ("repeat the last part please", "session", "repeat"), ("I've had enough of it for tonight", "session", "stop"),
     ("not so fast young man", "session", "slower"), ("do it once more on the other side", "session", "repeat"),
     ("no, never had anything like that", "yesno", "no"), ("I'd need to look", "yesno", "unsure"),
     ("it hurts my feelings", "cramp", ""), ("no not that one", "session", "")],
)  # fmt: skip
def test_what_is_asked_for_whatever_is_said_beside_it(said: str, context: str, label: str) -> None:
    assert labelled(said, CONTEXTS[context]) in (label, {"repeat": "again", "how": "help"}.get(label, label))


@pytest.mark.parametrize(
    ("said", "context", "label"),
    [("it's no easing at all", "cramp", "same"), ("it's nae gone", "cramp", "same"), ("it's no gone", "cramp", "same"),
     ("my goodness it hurts", "cramp", "hurts"),
     ("the cramp is finish", "cramp", ""), ("I can't do any more tonight", "session", "stop"),
     ("say the last part again", "session", "repeat"), ("it's so loud in that bar", "session", ""),
     ("why yes I do", "yesno", "yes"),
     ("it's really difficult to catch my breath", "cramp", "chest_pain"),
     ("not certain about this one", "yesno", "unsure"),
     ("yes that happens most weeks", "yesno", "yes"), ("no, nothing of that sort", "yesno", "no"),
     ("the right leg, the same one as yesterday", "cramp", "right"),
     ("yes lots", "yesno", "yes"), ("why not", "yesno", "")],
)  # fmt: skip
def test_what_is_said_in_other_places_means_the_same(said: str, context: str, label: str) -> None:
    assert labelled(said, CONTEXTS[context]) in (label, "again" if label == "repeat" else label)


@given(some("it is nae|it's nae|it's no|the pain is no|that's no"), some("gone|going away|easing|letting go"))
def test_a_scots_no_denies(denied: str, gone: str) -> None:
    assert not REASSURES & {*readings(f"{denied} {gone}")}


# --- the *I* that is left unsaid, and an answer at the end -----------------------------------------------------


@pytest.mark.parametrize(
    ("context", "said", "label"),
    [("cramp", "can't do this any more", "stop"), ("session", "need to stop", "stop"),
     ("cramp", "need help", "help"), ("session", "can't keep up with you", "slower"),
     ("cramp", "have chest pain", "chest_pain"), ("cramp", "feel faint", "faint"), ("yesno", "haven't", UNCLEAR),
     ("cramp", "went down getting out of bed, I'm on the floor", "fell"),
     ("cramp", "need help?", ""), ("yesno", "have you", ""), ("cramp", "feel it", "")],
)  # fmt: skip
def test_an_i_may_be_left_unsaid(context: str, said: str, label: str) -> None:
    assert labelled(said, CONTEXTS[context]) == label


@given(
    st.sampled_from("can't/couldn't/don't/haven't/wouldn't/feel/have/think/would rather/must/want".split("/")),
    st.lists(st.sampled_from("feel it any more cramp now gone fine pain no have had at all not".split()), max_size=6),
)
def test_what_has_no_i_reassures_no_more_than_with_one(begins: str, words: list[str]) -> None:
    said = " ".join([begins, *words])
    reassured = REASSURES & {*readings(said)}
    assert reassured <= REASSURES & {*as_said(said)}, "nothing that reassures is read by putting the I back"


def test_an_answer_may_stand_at_the_end_of_what_is_told() -> None:
    asked = CONTEXTS["yesno"] | {UNCLEAR}
    assert labelled("well, I did have a couple of glasses of wine with dinner, so yes", asked) == "yes"
    assert labelled("it was a long day on my feet so I suppose yes", asked) == "yes"
    assert labelled("I came off those years ago, so no", asked) == UNCLEAR


@given(
    st.lists(st.sampled_from("I have not been maybe she it was hot cold never tired drank".split()), max_size=12),
    st.sampled_from("so but then".split()),
    st.sampled_from("no nope nah yes yeah".split()),
)
def test_an_answer_at_the_end_never_reassures(told: list[str], joint: str, said: str) -> None:
    assert not REASSURES & {concluded(plain(" ".join([*told, joint, said])))}


@pytest.mark.parametrize("word", "looser easier weaker milder better worse tighter".split())
def test_no_easier_is_the_same_and_no_with_a_pause_is_an_answer(word: str) -> None:
    assert labelled(f"no {word}", IN_A_CRAMP) in ("same", "hurts"), "nothing has changed"
    assert labelled(f"it is no {word} than it was", IN_A_CRAMP) in ("same", "hurts", UNCLEAR, "")
    assert not REASSURES & {*readings(f"no, {word}")} - {"gone"}


@pytest.mark.parametrize(
    ("said", "label"),
    [("it's giving me gyp", "hurts"), ("a bit too quick", "slower"), ("going too slowly", "faster"),
     ("it's better to", UNCLEAR), ("improved to", UNCLEAR), ("hard to say, really", UNCLEAR),
     ("three, maybe four when I point my toe", "four"), ("four over ten", "four"),
     ("out of ten, erm, let me think, four", "four")],
)  # fmt: skip
def test_what_was_read_as_its_opposite_or_too_low(said: str, label: str) -> None:
    context = "number" if "four" in said else "session" if "too" in said else "cramp"
    assert labelled(said, CONTEXTS[context] | {UNCLEAR}) == label


@pytest.mark.parametrize("word", "fast quick slow loud quiet".split())
@pytest.mark.parametrize(
    "how", ["too {0}, too {0}", "too {0} too {0}", "oh, too {0}, it's too {0}", "too {0}, too {0}!"]
)
def test_too_fast_said_twice_is_no_wish_for_more_of_it(word: str, how: str) -> None:
    session = CONTEXTS["session"]
    assert labelled(how.format(word), session) == labelled(f"too {word}", session) != ""


@pytest.mark.parametrize(
    "said", ["Stop it this minute!", "stop that this instant", "Kindly desist.", "I'm jacking it in."]
)
def test_stop_at_once_is_stop(said: str) -> None:
    assert labelled(said, IN_A_CRAMP) == "stop"


NUMBERS = "three four five six seven eight nine".split()


@given(st.sampled_from(NUMBERS), st.sampled_from(NUMBERS), st.sampled_from(["no", "no, hang on,", "nah, make that"]))
def test_a_number_that_is_taken_back_for_a_higher_one_is_the_higher_one(first: str, then: str, turn: str) -> None:
    """For a lower one it is asked again, unless *make that* says that it is meant."""
    got = labelled(f"um, {first}... {turn} {then}", CONTEXTS["number"] | {UNCLEAR})
    higher = NUMBERS.index(then) >= NUMBERS.index(first)
    assert got == then if higher or "make" in turn else got == UNCLEAR


@pytest.mark.parametrize("none", "nil zilch nada nothing none nought zip".split())
@pytest.mark.parametrize("scale", ["out of ten", "of ten", "on ten"])
def test_nothing_out_of_ten_is_not_ten(none: str, scale: str) -> None:
    assert labelled(f"{none} {scale}", CONTEXTS["number"]) in ("zero", "none", "")


@pytest.mark.parametrize(
    ("said", "label"),
    [("it was an eight, call it a six now", "six"), ("I'd have said a nine at the start but it's a seven now", "seven"),
     ("nine now, it was a four to start with", "nine"), ("as bad as it gets", "ten"),
     ("the worst I have ever had", "ten"),
     ("it's maxed out", "ten"), ("top of the scale, right at the top", "ten"), ("a high eight", "eight")],
)  # fmt: skip
def test_a_number_is_told_in_peoples_own_words(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["number"]) == label


@pytest.mark.parametrize("wait", ["hang on", "wait", "hold on", "wait a minute", "hang about"])
@pytest.mark.parametrize(
    ("told", "label"),
    [("it's easing off", "easing"), ("it's still there", "same"), ("it's worse", "hurts"), ("it's gone", UNCLEAR),
     ("it's coming back", "hurts")],
)  # fmt: skip
def test_how_it_is_counts_more_than_a_wait_before_it(wait: str, told: str, label: str) -> None:
    assert labelled(f"ooh, {wait}, {told}", IN_A_CRAMP) == label


@pytest.mark.parametrize(("said", "label"), [("hang on, you jumped ahead", "back"), ("wait, shorter holds", "shorter")])
def test_what_is_asked_for_counts_more_than_a_wait_before_it(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["session"]) == label


@pytest.mark.parametrize(
    ("label", "said"),
    [("yes", "guilty as charged"), ("yes", "you've hit the nail on the head there"), ("yes", "well, I suppose I have"),
     ("yes", "hands up, I admit it"), ("no", "quite the opposite"), ("no", "far from it"), ("no", "thankfully not"),
     ("no", "I wouldn't say that"), ("no", "never once"), ("unsure", "might be, might not"),
     ("unsure", "the Lord only knows"), ("unsure", "I wish I knew")],
)  # fmt: skip
def test_yes_and_no_have_many_names(label: str, said: str) -> None:
    assert labelled(said, CONTEXTS["yesno"] | {UNCLEAR}) == label


@pytest.mark.parametrize(
    "said", ["done and dusted", "it's fit as a fiddle", "good as new", "it's just quit on me", "all cleared up now",
             "a hundred per cent better", "gone like magic", "it has evaporated"]
)  # fmt: skip
def test_gone_has_many_names_and_a_not_turns_each(said: str) -> None:
    assert labelled(said, IN_A_CRAMP) == "gone"
    for turned in (f"not {said}", f"it's not {said.removeprefix('it is ').removeprefix(chr(105) + chr(116))}"):
        assert "gone" not in readings(turned)


@pytest.mark.parametrize("said", ["right so far away", "so far away", "miles away", "put it away", "away with you"])
def test_what_is_away_is_not_gone(said: str) -> None:
    assert "gone" not in readings(said)


@pytest.mark.parametrize(
    ("said", "labels"),
    [("the physio told me not to do twisting ones so leave that out", {"skip", "next"}),
     ("it's a bit long for my knees that so cut it down by half if you don't mind", {"shorter"})],
)  # fmt: skip
def test_a_wish_after_so_needs_no_comma(said: str, labels: set[str]) -> None:
    assert labelled(said, CONTEXTS["session"]) in labels


@pytest.mark.parametrize(
    ("said", "label"),
    [("You'll have to speak up my hearing aid's on the table", "louder"), ("Slap bang in the middle five", "five"),
     ("Six, now make that seven", "seven"), ("nine, bloody nine, mate", "nine")],
)  # fmt: skip
def test_what_is_written_down_without_its_marks_is_understood(said: str, label: str) -> None:
    assert labelled(said, CONTEXTS["session" if label == "louder" else "number"]) == label


@pytest.mark.parametrize("it", ["it's", "the pain has", "the cramp's"])
@pytest.mark.parametrize("up", ["gone up", "gone up my leg"])
def test_what_has_gone_up_is_worse_and_not_gone(it: str, up: str) -> None:
    assert labelled(f"{it} {up}", IN_A_CRAMP) == "hurts"


@pytest.mark.parametrize(
    "begins", ["believe me, right you are,", "I have to say", "I'm truthful with you,", "will you"]
)
def test_a_no_before_it_is_worse_denies_nothing_whatever_stands_before(begins: str) -> None:
    assert labelled(f"{begins} no it is worse", IN_A_CRAMP) == "hurts"
