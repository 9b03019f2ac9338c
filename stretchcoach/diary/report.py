"""One page for the doctor, as values: a table, a sentence, a few short lists, and what was not asked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from stretchcoach.core.messages import Level
from stretchcoach.diary import known
from stretchcoach.diary.entries import Episode, Said
from stretchcoach.diary.exporting import Entries
from stretchcoach.diary.figures import (
    Figures,
    Span,
    beginning,
    figures,
    helps,
    latest,
    pattern,
    span,
    triggers,
    values,
)

MOST = 6
"""Lines that a list may have."""
OWN_RECORD = (
    "This is the person's own record, put together by a program from their answers. "
    "It is not a diagnosis, and no clinician has reviewed the program's content."
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The page."""

    title: str
    subtitle: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    pattern: str
    sections: tuple[Section, ...]
    footer: str


def build(
    entries: Entries,
    now: datetime,
    weeks: Sequence[int] = (2, 6),
    name: str = "",
    other: frozenset[str] = frozenset(),
    most: int = MOST,
) -> Report:
    """The page; ``other``: routines that are no stretches of the kind that is done every night."""
    episodes = sorted((each for each in entries.episodes if each.removed is None), key=began)
    runs = [each for each in entries.runs if each.removed is None and each.routine not in other]
    first = beginning(
        (each.began for each in episodes), (each.began for each in entries.runs), (each.at for each in entries.changes)
    )
    spans = [span(now, 7 * each, first) for each in weeks]
    columns = [figures(episodes, runs, each) for each in spans]
    over = max(spans, key=lambda each: each.until - each.since)
    cramps = [each for each in episodes if over.holds(each.began)]
    sections = (
        Section("What went before", listed(triggers(cramps), len(cramps), most)),
        Section("What helped", relief(cramps, most)),
        Section("Medicines and conditions, as said", profile(entries)),
        Section("Safety answers", safety(cramps, most)),
        Section("Not asked", (not_asked(cramps),)),
    )
    return Report(
        title="Calf cramp diary" + (f": {name}" if name else ""),
        subtitle=subtitle(now, first, over),
        columns=("", *(f"Last {each} weeks" if each != 1 else "Last week" for each in weeks)),
        rows=table(columns, spans),
        pattern=pattern(cramps, over),
        sections=sections,
        footer=OWN_RECORD,
    )


def began(episode: Episode) -> datetime:
    """When, for sorting."""
    return datetime.fromisoformat(episode.began)


def subtitle(now: datetime, first: datetime | None, over: Span) -> str:
    """When it was made, and how far back the diary goes."""
    made = f"Made on {day(now)} {now.year}."
    if first is None:
        return f"{made} The diary is empty."
    short = "" if over.whole else f", so the longest column covers only {counted(max(round(over.days), 1), 'day')}"
    return f"{made} The diary begins on {day(first)} {first.year}{short}."


def table(columns: Sequence[Figures], spans: Sequence[Span]) -> tuple[tuple[str, ...], ...]:
    """The rows of the table."""
    each: tuple[tuple[str, Callable[[Figures], str]], ...] = (
        ("Cramps", lambda one: str(one.cramps)),
        ("Worst pain, 0 to 10", lambda one: "not said" if one.worst is None else str(one.worst)),
        ("Mean pain, 0 to 10", lambda one: share(one.mean, one.rated, one.cramps)),
        ("Minutes of cramp", lambda one: share(one.minutes, one.timed, one.cramps)),
        ("Nights disturbed", lambda one: str(one.disturbed)),
        ("Nights stretched", lambda one: str(one.stretched)),
    )
    rows = [(name, *(text(column) for column in columns)) for name, text in each]
    rates = (f"{one.a_week:.1f}" if over.days >= 7 else "too early" for one, over in zip(columns, spans, strict=True))
    return (rows[0], ("Cramps a week", *rates), *rows[1:])


def share(value: float | None, told: int, of: int) -> str:
    """A figure, with how many it rests on where that is not all."""
    if value is None:
        return "not said"
    text = f"{value:.1f}" if value < 10 else f"{value:.0f}"
    return text if told == of else f"{text} ({told} of {of})"


def listed(counts: Sequence[tuple[str, int]], of: int, most: int) -> tuple[str, ...]:
    """Things with how often they were said, in one line."""
    if not counts:
        return ("Nothing was said." if of else "No cramp in this time.",)
    told = ", ".join(f"{name} ({times})" for name, times in counts[: most + 2])
    return (f"Of {counted(of, 'cramp')}: {told}.",)


def relief(cramps: Sequence[Episode], most: int) -> tuple[str, ...]:
    """What relieved it, in one line."""
    found = [
        f"{name} ({times}{'' if after is None else f', after about {seconds(after)}'})"
        for name, times, after in helps(cramps)
    ]
    return (f"{capital(', '.join(found[:most]))}.",) if found else ("Nothing was said.",)


def profile(entries: Entries) -> tuple[str, ...]:
    """Medicine classes and conditions, as they were said last."""
    words = known.words()
    lines = []
    for key, heading in words.profile.items():
        if isinstance(heading, str):
            said = latest(key, [each for each in entries.episodes if each.removed is None], entries.changes)
            if said is not None:
                when = datetime.fromisoformat(said[0])
                lines.append(f"{heading}: {words.answer(said[1])} (said {day(when)}).")
    return tuple(lines) or ("Not asked.",)


def safety(cramps: Sequence[Episode], most: int) -> tuple[str, ...]:
    """Cramps with a raised level or an answer that tells of something, the highest level first; then what was well."""
    told = [(each, alarming(each)) for each in reversed(cramps)]
    worth = [(each, said) for each, said in told if said or raised(each)]
    worth.sort(key=lambda pair: -Level[pair[0].level or Level.SELF_CARE.name])
    lines = [alarm(each, said) for each, said in worth]
    shown = lines[:most]
    if len(lines) > most:
        shown.append(f"And {counted(len(lines) - most, 'more cramp')} with such answers; the export has them.")
    sources = dict.fromkeys(
        key for each, _ in worth for rule in each.rules for key in known.rule_sources().get(rule, ())
    )
    if sources:
        shown.append(f"The rules follow {', '.join(sources)}.")
    calm = [key for key in known.always_asked() if any(asked(each, key) for each in cramps)]
    calm = [key for key in calm if not any(key in said for _, said in told)]
    if calm:
        shown.append(f"Nothing amiss whenever asked: {'; '.join(map(known.words().safety_of, calm))}.")
    return tuple(shown) or ("No safety question was answered.",)


def raised(episode: Episode) -> bool:
    """Whether the level was more than self-care."""
    return episode.level not in (None, Level.SELF_CARE.name)


def asked(episode: Episode, key: str) -> bool:
    """Whether a question was answered."""
    return episode.answers.get(key) not in (None, "")


def alarming(episode: Episode) -> dict[str, Said]:
    """The safety answers that tell of something, or are not sure."""
    words = known.words()
    found = {}
    for key, said in episode.answers.items():
        calm = words.reassuring.get(key, ["no", "none"])
        if key in words.safety and any(value not in calm for value in values(said) if value):
            found[key] = said
    return found


def alarm(episode: Episode, said: dict[str, Said]) -> str:
    """One cramp with what was answered, the rules and their sources, and the level."""
    words = known.words()
    when = began(episode)
    told = "; ".join(f"{words.safety_of(key)}: {words.answer(value)}" for key, value in said.items())
    basis = ", ".join(episode.rules)
    level = f"level {known.spaced(episode.level.lower())}" if episode.level else "no level"
    return f"{day(when)}, {when:%H:%M}: {told + '; ' if told else ''}{level}{f' ({basis})' if basis else ''}."


def not_asked(cramps: Iterable[Episode]) -> str:
    """The safety questions without any answer, and what a diary cannot know."""
    every = list(cramps)
    words = known.words()
    missing = [words.safety_of(key) for key in known.always_asked() if not any(asked(each, key) for each in every)]
    left = Counter(key for each in every for key, said in each.answers.items() if said in (None, ""))
    first = f"{capital('; '.join(missing))}. " if missing else ""
    open_ = f"Left open at times: {'; '.join(map(words.safety_of, sorted(left)[:4]))}. " if left else ""
    return f"{first}{open_}Never asked: names and doses of medicines. Nobody has examined the leg or the blood for it."


def day(when: datetime) -> str:
    """A date in words that mean the same everywhere."""
    return f"{when.day} {when:%B}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def seconds(number: float) -> str:
    """A length of time in words."""
    return f"{number:.0f} s" if number < 120 else f"{number / 60:.0f} min"


def capital(text: str) -> str:
    """The same, with a capital letter first."""
    return text[:1].upper() + text[1:]


def plain(report: Report, width: int = 80) -> str:
    """The page as text."""
    import textwrap

    lines = [report.title, "=" * len(report.title), *textwrap.wrap(report.subtitle, width), ""]
    first = max(len(row[0]) for row in report.rows)
    for row in (report.columns, *report.rows):
        lines.append(f"{row[0]:{first}}" + "".join(f"  {cell:>14}" for cell in row[1:]))
    lines += ["", *textwrap.wrap(report.pattern, width)]
    for section in report.sections:
        lines += ["", section.heading]
        for line in section.lines:
            lines += textwrap.wrap(line, width, initial_indent="  ", subsequent_indent="    ")
    return "\n".join([*lines, "", *textwrap.wrap(report.footer, width)])
