"""The safety answers on the doctor's page: what was told and advised, with times, and what was never asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from stretchcoach.core.messages import Level
from stretchcoach.diary.entries import Episode, Said, point, timed
from stretchcoach.diary.report import because, terms
from stretchcoach.diary.report.figures import options_said
from stretchcoach.diary.report.phrasing import capital, day, few
from stretchcoach.library import knowledge
from stretchcoach.words.report_lines import (
    NEVER_ASKED,
    NO_SAFETY_ANSWER,
    and_more,
    based_on,
    no_problem,
    not_answered,
)
from stretchcoach.words.wording import counted

ADVISED = {
    "SELF_CARE": "advised to look after it at home",
    "ROUTINE": "advised to book an appointment",
    "SAME_DAY": "advised to get help today",
    "EMERGENCY": "advised to call the emergency number",
}


def began(episode: Episode) -> datetime:
    """When, for sorting."""
    return point(episode.began)


def safety(cramps: Sequence[Episode], most: int) -> tuple[str, ...]:
    """Cramps with a raised level or an answer that tells of something, the highest level first; then what was well."""
    told = [(each, alarming(each)) for each in reversed(cramps)]
    worth = [(each, said) for each, said in told if said or level_raised(each)]
    worth.sort(key=lambda pair: -Level.__members__.get(pair[0].level or "", Level.SELF_CARE))
    lines = [alarm_line(each, said) for each, said in worth]
    shown = lines[:most]
    if len(lines) > most:
        shown.append(and_more(counted(len(lines) - most, "more cramp")))
    sources = dict.fromkeys(
        key for each, _ in worth for rule in each.rules for key in terms.rule_sources().get(rule, ())
    )
    if sources:
        shown.append(based_on(few(list(sources), 2 * most)))
    calm = [key for key in terms.always_asked() if any(was_answered(each, key) for each in cramps)]
    calm = [key for key in calm if not any(key in said for _, said in told)]
    if calm:
        shown.append(no_problem("; ".join(map(terms.report_words().safety_of, calm))))
    return tuple(shown) or (NO_SAFETY_ANSWER,)


def level_raised(episode: Episode) -> bool:
    """Whether the level was more than self-care."""
    return episode.level not in (None, Level.SELF_CARE.name)


def was_answered(episode: Episode, key: str) -> bool:
    """Whether a question was answered."""
    return episode.answers.get(key) not in (None, "")


def alarming(episode: Episode) -> dict[str, Said]:
    """The safety answers that tell of something, or are not sure."""
    words = terms.report_words()
    found = {}
    for key, said in episode.answers.items():
        whole = key.partition(".")[0]
        calm = words.reassuring.get(whole, ["no", "none"])
        if whole in words.safety and any(value not in calm for value in options_said(said) if value):
            found[key] = said
    return found


def alarm_line(episode: Episode, said: dict[str, Said]) -> str:
    """One cramp with what was answered, and what the program advised."""
    words = terms.report_words()
    when = began(episode)
    told = few([f"{words.safety_of(key)}: {words.answer(value)}" for key, value in said.items()], 6, "; ")
    if not told and level_raised(episode):
        told = "; ".join(because.given_answers(knowledge(), episode)[0])
    hour = f", {when:%H:%M}" if timed(episode.began) else ""
    advised = ADVISED.get(episode.level or "", "no advice yet")
    return f"{day(when)}{hour}: {told + '; ' if told else ''}{advised}."


def not_asked(cramps: Iterable[Episode]) -> str:
    """The safety questions without any answer, and what a diary cannot know."""
    every = list(cramps)
    words = terms.report_words()
    missing = [
        words.safety_of(key) for key in terms.always_asked() if not any(was_answered(each, key) for each in every)
    ]
    left = Counter(key for each in every for key, said in each.answers.items() if said in (None, ""))
    first = f"{capital(few(missing, 9, '; '))}. " if missing else ""
    open_ = not_answered(few([words.safety_of(key) for key in sorted(left)], 4, "; ")) if left else ""
    never = NEVER_ASKED
    return f"{first}{open_}{never}"
