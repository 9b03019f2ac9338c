"""The columns of a table that somebody else made, matched by name with what the diary knows.

What cannot be matched is not thrown away: it goes into the note, with its heading.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from stretchcoach.diary.exchange.cells import LENGTHS, SCALES, UNITS
from stretchcoach.words import diary_imports

NOTE = "note"
TIME = "time"
"""The hour, where it stands in a column of its own."""
HALF = "half"
"""Whether the hour is one before noon or after it, where that stands in a column of its own."""
NAMES: dict[str, str] = {
    "began": "began begin begun start started date day when datum tag beginn date_time datetime date_and_time on "
    "timestamp zeitpunkt start_date date_of_cramp cramp_date fecha data dato dag giorno jour",
    TIME: "time hour clock uhrzeit zeit start_time time_of_day at_time began_at heure hora ora tijd tijdstip uur tid",
    HALF: "am_pm ampm pm_am a_m_p_m am_or_pm",
    "side": "side leg seite bein which_leg which_side leg_side body_side jambe ben côté cote pierna perna lado gamba "
    "lato been kant",
    "place": "place where muscle ort stelle wo muskel body_part location",
    "severity": "severity pain strength intensity worst_pain pain_level pain_score nrs vas score schmerz schmerzen "
    "stärke staerke schmerzstärke intensität how_bad severity_score douleur intensité dolor dor smärta smerte "
    "intensidad dolore intensità pijn pijnscore",
    "pain_after": "pain_after pain_afterwards schmerz_danach",
    "minutes": "minutes duration min mins length how_long how_long_it_lasted dur lasted "
    "dauer minuten duration_minutes duration_min durée duree duración duracion durata duur",
    "sleep": "sleep sleep_disturbance sleep_disturbed schlaf schlafstörung",
    "woke": "woke woken woke_me woke_up woke_me_up did_it_wake_you did_it_wake_me awakened aufgewacht geweckt",
    "doing": "doing activity aktivität tätigkeit",
    "posture": "posture position haltung lage",
    "relieved_by": "relieved_by relief remedy helped what_helped what_worked relieved geholfen was_half "
    "was_hat_geholfen hilfe",
    "relieved_after": "relieved_after",
    NOTE: "note notes comment comments remark remarks bemerkung bemerkungen notiz notizen kommentar text details "
    "remarque remarques commentaire commentaires nota notas opmerking opmerkingen",
    "id": "id # no nr num number entry lfd_nr №",
}
FIELD_OF = {name: field for field, names in NAMES.items() for name in names.split()}
DAYS = frozenset("date day datum tag fecha data dato dag giorno jour".split())
STARTS = frozenset("began begin begun start started beginn".split())
"""Headings of a day, and of a moment that is but its hour where a day stands beside it."""
ASKED = frozenset("what which i you was were is did the my your it of".split())
"""What makes a question of a heading: ``What were you doing?`` is about what was done."""
SCALE = re.compile(r"(?:\b[01]\s*(?:-|–|to|bis)\s*|/\s*|\b(?:out )?of\s+)(\d{1,3})\b")
"""Of how many a score is, in a heading."""
HOURS = re.compile(r"(?:h+|hrs?|hours?|std)[:.]m\w*")


class Column(Struct, frozen=True):
    """One column of a table."""

    place: int
    head: str
    """As it stands in the file."""
    field: str
    """What it is to the diary; ``note`` for what it does not know."""
    factor: float = 1.0
    """What a number without a unit in it is multiplied with."""
    most: int = 10
    """Of how many a score in it is."""
    hours: bool = False
    """Whether 2:30 in it is hours and minutes."""

    @property
    def extra(self) -> bool:
        """Whether it goes into the note for want of a place of its own."""
        return self.field == NOTE and FIELD_OF.get(bare_heading(self.head)[0]) != NOTE


def bare_heading(head: str) -> tuple[str, str]:
    """A heading without capitals, spaces and brackets, and what stood in the brackets."""
    inside = " ".join("".join(pair) for pair in re.findall(r"\(([^)]*)\)|\[([^\]]*)\]", head)).strip().casefold()
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", head).casefold()
    return "_".join(re.sub(r"[^\w]+", " ", outside).replace("_", " ").split()), inside


def matched(heads: Sequence[str]) -> list[Column]:
    """What each column is; the first of two that would be the same, and the other into the note."""
    taken: set[str] = set()
    columns = []
    every = [column_of(place, head.strip()) for place, head in enumerate(heads) if head.strip()]
    names = {bare_heading(each.head)[0] for each in every}
    starts = len(names & DAYS) == len(names & STARTS) == 1 and all(each.field != TIME for each in every)
    for each in every:
        field = TIME if starts and bare_heading(each.head)[0] in STARTS else each.field
        if field in taken:
            field = NOTE
        taken |= {field} - {NOTE}
        columns.append(each if field == each.field else Column(each.place, each.head, field))
    if "began" not in taken:
        columns = [
            Column(each.place, each.head, "began") if each.field == TIME else each for each in columns
        ]  # a column called time may hold the whole of it
    return columns


def column_of(place: int, head: str) -> Column:
    """What a column of that heading is by itself."""
    name, inside = bare_heading(head)
    name = name or head.casefold()
    field = FIELD_OF.get(name) or FIELD_OF.get("_".join(each for each in name.split("_") if each not in ASKED), "")
    scale = SCALE.search(head.casefold())
    if scale and FIELD_OF.get(field_name := bare_heading(SCALE.sub("", head.casefold()))[0]) in SCALES:
        return Column(place, head, FIELD_OF[field_name], most=int(scale[1]) or 10)
    if not field:
        stem, _, unit = name.rpartition("_")
        if FIELD_OF.get(stem) in LENGTHS and unit in UNITS:
            field, inside = FIELD_OF[stem], unit
        elif name in UNITS and len(name) > 1:
            field, inside = "minutes", name
    if field not in LENGTHS:
        return Column(place, head, field or NOTE)
    unit = inside.rstrip(".")
    return Column(
        place, head, field, UNITS[unit] / LENGTHS[field] if unit in UNITS else 1.0, hours=bool(HOURS.fullmatch(unit))
    )


def look(columns: Sequence[Column]) -> list[str]:
    """What was made of the columns, a line each."""
    told = {
        NOTE: diary_imports.THE_NOTE,
        TIME: diary_imports.THE_TIME,
        HALF: diary_imports.THE_HALF,
        "began": diary_imports.WHEN_IT_BEGAN,
        "sleep": diary_imports.SLEEP,
        "id": diary_imports.THE_ROW,
    }
    return [
        diary_imports.taken_for(each.head, told.get(each.field, each.field.replace("_", " ")))
        + (f", times {each.factor:g}" if each.factor != 1 else "")
        + (f", times {10 / each.most:g}" if each.most != 10 else "")
        + (diary_imports.IN_HOURS if each.hours else "")
        + (diary_imports.WITH_ITS_HEADING if each.extra else "")
        for each in columns
    ]
