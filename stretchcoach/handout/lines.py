"""A handout line by line: marks and bullets off, sentences apart, and what kind of line each is."""

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.handout import keywords
from stretchcoach.handout.breaks import LONGEST, numbered, torn, unbroken
from stretchcoach.handout.column_heads import tabled
from stretchcoach.handout.dose import GAP, Atom, DoseKind, measured, strange
from stretchcoach.handout.lexicon import KNOWN, is_titled
from stretchcoach.handout.marks import alike, as_seen, marked, says_nothing
from stretchcoach.handout.metres import spelt
from stretchcoach.words import handout_questions

ALONE_WORDS = 6
"""Most words of a line between blank ones that is a heading though it begins like an instruction."""
SET_OFF_WORDS = 5
NAME_WORDS = 9
"""Most words of a name."""
MEASURES = frozenset({DoseKind.REPS, DoseKind.TIMES, DoseKind.HOLD, DoseKind.TIME, DoseKind.DISTANCE})
NUMBERS = MEASURES | {DoseKind.SETS, DoseKind.REST, DoseKind.ROUNDS, DoseKind.OPEN, DoseKind.UNCLEAR, DoseKind.LATER}
_LABEL = re.compile(r"[a-z][a-z -]{0,20}:\s")
_KIND = re.compile(rf"\s*\((?![^)]*\b(?:each|per|both|or|and|if|x)\b)[^\W\d_][^()\d{GAP},;:]{{1,24}}\)")
"""What kind of an exercise it is, in brackets behind its name: ``(bent knee)``."""
_ROUNDS_OF = re.compile(r"^[^:\d]{1,60}:\s*(?=\d{1,2}\s*(?:rounds|circuits)(?: of)?\s*:?\s*$)", re.IGNORECASE)
"""The heading of a list before how many rounds it has."""
_LED_IN = re.compile(r"^\W*(?:so|first|firstly|first of all|to start(?: with)?|to begin(?: with)?),\s*(?=[a-z])")
"""Words before an instruction that tells a story."""
_KIND_BEHIND = re.compile(r"(?<=\w)\s*\([^()]*\)$")
"""Words in brackets at the end of a name."""
_SET_OFF = re.compile(r"[^.,;:]{1,60}?(?::\s| - |- )")
"""A name and what sets it off."""


class Role(Enum):
    """What kind of line it is."""

    BLANK = "blank"
    SKIPPED = handout_questions.LEFT_OUT
    OFTEN = handout_questions.HOW_OFTEN
    NOTE = "note"
    DOSE = "dose"
    """Measures and nothing else; it belongs to the exercise above."""
    HEAD = "heading"
    """A few words without a measure: the name of an exercise, or a heading."""
    ITEM = "exercise"
    """A name with its measures."""
    TEXT = "instruction"
    LONG = handout_questions.TOO_LONG
    JOINED = handout_questions.LINE_ABOVE


class Sentence(Struct, frozen=True):
    """One sentence and what is measured in it."""

    text: str
    atoms: tuple[Atom, ...] = ()
    left: str = ""
    """In lower case, with gaps where the measures were."""
    note: bool = False

    @property
    def kinds(self) -> frozenset[DoseKind]:
        """What is measured in it."""
        return frozenset(atom.kind for atom in self.atoms)

    @property
    def measures(self) -> bool:
        """Whether it says how much; how often a day is another matter."""
        return any(atom.kind is not DoseKind.OFTEN for atom in self.atoms)

    @property
    def bare(self) -> bool:
        """Whether it says nothing but its measures."""
        said = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self.left)
        placed = not re.search(r"\d", self.left) and not any(strange(self.left))
        return bool(self.atoms) and placed and all(word in keywords.FILL for word in said)


class HandoutLine(Struct, frozen=True):
    """One line of a handout."""

    number: int
    """From 1."""
    raw: str
    mark: str = ""
    """``head``, ``number``, ``bullet``, or nothing."""
    body: str = ""
    sentences: tuple[Sentence, ...] = ()
    role: Role = Role.BLANK
    ordinal: int = 0
    """The number that it is marked with."""
    under: bool = False
    """Whether a label such as *Instructions* stands over it."""

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Every measure that counts: those of notes do not."""
        return tuple(atom for each in self.sentences if not each.note for atom in each.atoms)

    @property
    def kinds(self) -> frozenset[DoseKind]:
        """The kinds of its measures."""
        return frozenset(atom.kind for atom in self.atoms)

    @property
    def indent(self) -> int:
        """Columns that it is set in."""
        shown = self.raw.expandtabs()
        return len(shown) - len(shown.lstrip())

    @property
    def strange(self) -> tuple[str, ...]:
        """Numbers that nobody could place."""
        return tuple(odd for each in self.sentences if not each.note for odd in strange(each.left))

    @property
    def first(self) -> str:
        """Its first word in lower case."""
        found = re.match(r"\W*([\w'-]+)", _LED_IN.sub("", self.body.lower()))
        return found[1] if found else ""

    @property
    def labelled(self) -> bool:
        """Whether it begins with a word or two and a colon: ``Target: calves``."""
        return bool(re.match(r"[^\W\d_]+(?: [^\W\d_]+)?:(?:\s|$)", self.body))

    @property
    def set_off(self) -> bool:
        """Whether it begins with a name that is set off: ``Quads - stand tall``."""
        found = _SET_OFF.match(keywords.LABELLED.sub("", self.body))
        if not found or self.directs or self.role is Role.NOTE or found[0].strip(" :-").lower() in keywords.LABELS:
            return False
        return len(re.findall(r"[^\W_]+", found[0])) <= SET_OFF_WORDS

    @property
    def prose(self) -> bool:
        """Whether it tells about exercises and is none: no name, no instruction, no measure."""
        if self.role is not Role.TEXT or self.mark or self.set_off:
            return False
        if keywords.INTRODUCES.match(self.body.lower()) and not self.kinds:
            return True
        if self.directs:
            return False
        if self.kinds & (NUMBERS - {DoseKind.OPEN, DoseKind.LATER}):
            return False
        if keywords.TELLS.match(self.body.lower()) and self.body.endswith((".", "!")):
            return True
        return bool(re.search(r"[.!:]$", self.body)) and bool(keywords.PROSE.search(self.body.lower()))

    @property
    def directs(self) -> bool:
        """Whether it begins like an instruction."""
        return self.first in keywords.VERBS and not keywords.NAMED.match(self.body.lower())


def lined(text: str) -> list[HandoutLine]:
    """Every line of ``text``."""
    raws = text.splitlines()
    lines = [_line(number, raw) for number, raw in enumerate(numbered(unbroken(spelt(tabled(raws)))), 1)]
    lines = [
        replace(line, raw=raw, role=Role.JOINED if as_seen(raw).strip() and line.role is Role.BLANK else line.role)
        for line, raw in zip(lines, raws, strict=True)
    ]
    items = [line.role is Role.ITEM for line in lines]
    lines = [
        replace(line, role=Role.TEXT) if item and torn(raws, line.number, items[line.number - 2]) else line
        for line, item in zip(lines, items, strict=True)
    ]
    before = [None, *lines][: len(lines)]
    return [
        _over(
            _beside(line, earlier, _follower(lines, line), lines[line.number] if line.number < len(lines) else None),
            lines,
        )
        for line, earlier in zip(lines, before, strict=True)
    ]


def _over(line: HandoutLine, lines: list[HandoutLine]) -> HandoutLine:
    """A line with a length, over measured lines of its own, heads them; a heading with a length and none is an item."""
    below = _below(line, lines)
    measured = any(other.kinds & MEASURES for other in below)
    if line.mark == "bullet" and line.role is Role.ITEM and line.kinds == {DoseKind.TIME} and measured:
        return replace(line, role=Role.HEAD, sentences=_unmeasured(line))
    if line.mark == "head" and not measured:
        again = _line(line.number, line.raw)
        if again.kinds & MEASURES and not re.search(
            r"\(\d+\s*min|\b(?:routine|regimen|workout|plan)\b", line.raw, re.I
        ):
            return replace(again, role=Role.ITEM)
    return line


def _below(line: HandoutLine, lines: list[HandoutLine]) -> list[HandoutLine]:
    """The lines under a heading, or those that stand further in than a bullet."""
    found = []
    for other in lines[line.number :]:
        if other.role is Role.BLANK:
            continue
        if other.mark == "head" or (line.mark != "head" and other.indent <= line.indent):
            break
        if DoseKind.REST not in other.kinds:
            found.append(other)
    return found


def _unmeasured(line: HandoutLine) -> tuple[Sentence, ...]:
    return tuple(replace(each, atoms=()) for each in line.sentences)


def _follower(lines: list[HandoutLine], line: HandoutLine) -> HandoutLine | None:
    return next(
        (other for other in lines[line.number :] if other.role not in (Role.BLANK, Role.SKIPPED, Role.JOINED)), None
    )


def _beside(
    line: HandoutLine, before: HandoutLine | None, follower: HandoutLine | None, after: HandoutLine | None
) -> HandoutLine:
    """What a line is once its neighbours are known: a few words alone, or a length for all of a list, head it."""
    if line.mark == "head" and line.kinds <= {DoseKind.TIME, DoseKind.OFTEN}:
        return replace(line, role=Role.HEAD, sentences=_unmeasured(line))
    if line.mark or line.role not in (Role.TEXT, Role.ITEM, Role.NOTE):
        return line
    listed = follower is not None and follower.mark in ("number", "bullet")
    if line.role is Role.ITEM:
        whole = keywords.WHOLE.search(line.body.lower()) or "(" in line.body
        heads = (
            line.kinds == {DoseKind.TIME}
            and whole
            and follower is not None
            and ((listed and follower.role is Role.ITEM) or DoseKind.ROUNDS in follower.kinds)
        )
        return replace(line, role=Role.HEAD, sentences=_unmeasured(line)) if heads else line
    alone = before is None or before.role in (Role.BLANK, Role.NOTE, Role.SKIPPED) or bool(before.mark and listed)
    apart = listed or after is None or after.role is Role.BLANK
    short = (
        len(line.body.split()) <= ALONE_WORDS
        and (line.body[:1].isupper() or not before)
        and not re.search(r"[.!?;,]$", line.body)
    )
    if line.role is Role.NOTE:
        return replace(line, role=Role.HEAD) if before is None and short and line.first in ("my", "the") else line
    return replace(line, role=Role.HEAD) if alone and apart and short and not line.kinds & NUMBERS else line


def _line(number: int, raw: str) -> HandoutLine:
    plain = as_seen(raw)
    if not plain.strip():
        return HandoutLine(number, raw)
    if len(plain) > LONGEST:
        return HandoutLine(number, raw, role=Role.LONG, body=plain.strip())
    plain = alike(plain)
    mark, body = marked(plain)
    if says_nothing(body, plain.count("|") > 1):
        return HandoutLine(number, raw, mark, body, role=Role.SKIPPED)
    if re.sub(
        r"\s*\(fig\w*\.? ?\d\)$", "", body.lower().strip(" :")
    ) in keywords.LABELS or keywords.COLUMN_LABELS.fullmatch(body.lower().strip(" :")):
        return HandoutLine(number, raw, mark, body, role=Role.SKIPPED)
    ordinal = re.search(r"\d{1,2}", plain) if mark == "number" else None
    line = HandoutLine(number, raw, mark, body, tuple(_sentences(body)), ordinal=int(ordinal[0]) if ordinal else 0)
    return replace(line, role=_role(line))


def _sentences(body: str) -> Iterator[Sentence]:
    body = _ROUNDS_OF.sub("", keywords.LABELLED.sub("", body))
    noted = False  # a label such as ``Tip:`` makes a note of all that follows it
    for text in re.split(r"(?<=[.!?])\s+(?=[A-Z0-9\"(])|(?<=\D[.!?]\))\s+(?=[A-Z])|\s+[•·▪●]\s+", body):
        if text.strip():
            low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
            atoms, left = measured(low)
            note = bool(keywords.NOTES.match(low.lstrip("*([-\"' "))) and not (atoms and _whole(low))
            note = note and not (keywords.LIVE.match(low) and MEASURES & {atom.kind for atom in atoms})
            note = note and (
                low.startswith(("if", "when", "once", "progress", "increase", "as you", "to "))
                or DoseKind.EACH not in {atom.kind for atom in atoms}
            )
            noted = noted or (note and bool(_LABEL.match(low)))
            yield Sentence(text.strip(), atoms, left, note or noted)


def _whole(low: str) -> bool:
    """Whether a sentence that begins like a note measures all the same: the list as a whole, or ``hold:``."""
    return bool(keywords.FIELD.match(low) or (keywords.GLOBAL.search(low) and not keywords.LATER.match(low)))


def _role(line: HandoutLine) -> Role:
    live = [each for each in line.sentences if not each.note]
    if not live:
        return Role.NOTE
    if not re.search(r"[^\W\d_]", line.body):
        return Role.DOSE
    kinds = line.kinds
    if all(each.bare for each in live):
        return Role.OFTEN if kinds == {DoseKind.OFTEN} else Role.DOSE
    if keywords.FIELD.match(line.body.lower()) and (kinds or line.strange):
        return Role.DOSE
    if kinds & NUMBERS:
        led = line.mark or live[0].atoms or _SET_OFF.match(live[0].text) or len(live[0].text.split()) <= ALONE_WORDS
        named = (
            led
            and not line.directs
            and line.first not in keywords.CONTINUED
            and _named(live[0])
            and not keywords.NOTES.match(line.body.lower())
        )
        return (
            Role.ITEM if named and (line.mark or not keywords.PROSE.search(name_before(live[0]).lower())) else Role.TEXT
        )
    return Role.HEAD if _heads(line) else Role.TEXT


def _named(sentence: Sentence) -> bool:
    """Whether a sentence with measures begins with a name."""
    return 0 < len(name_before(sentence).split()) <= NAME_WORDS


def name_before(sentence: Sentence) -> str:
    """The words before the first measure, or before a colon, a dash or a bracket; as they stand."""
    clean = sentence.left
    begun = re.match(rf"(?:[{GAP} ,;:-]*(?:(?:perform|do|complete|try)\b(?= *{GAP}))?)*", clean)
    start = begun.end() if begun else 0
    end = len(clean)
    for sign in (GAP, ":", " - ", "- ", " (", "(", ";", ". ", ", "):
        place = clean.find(sign, start + 1)
        end = min(end, place) if place > 0 else end
    if kind := _KIND.match(clean, end):
        return sentence.text[start : kind.end()].strip(" ,;:-.")
    return sentence.text[start:end].strip(" ,;:-.(")


def _heads(line: HandoutLine) -> bool:
    body = line.body.rstrip(": ")
    if line.mark == "head" or line.body.endswith(":"):
        return len(body.split()) <= 14 and not re.search(r"[?!] [A-Z]", body)
    if re.search(r"\b(?:is|are|was|will|has|have|ist|sind)\b", body):
        return False
    length = len(_KIND_BEHIND.sub("", body).split())
    few = 0 < length <= NAME_WORDS and not re.search(r"[.!?;,]$", body) and ". " not in body
    return (
        few
        and not (line.directs and not KNOWN.fullmatch(body) and not (line.mark == "number" and is_titled(body)))
        and (body[0].isupper() or body[0].isdigit() or line.mark != "")
    )
