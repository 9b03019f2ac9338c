"""What is taken out of a sentence before its measures: conditions, blanks for a number, and how often a day."""

from stretchcoach.handout.atoms import Atom, DoseKind, Maker, unsaid, word_of

DAY = r"(?:days?|d|weeks?|wk|hours?|nights?|mornings?|evenings?|months?|tag|woche|stunde)\b"
PART_OF_DAY = (
    r"(?:in the (?:morning|afternoon|evening)|at (?:night|bedtime)|before (?:going to )?bed(?:time)?\b|on waking"
    r"|after (?:breakfast|lunch|dinner))"
)
FIRST: tuple[tuple[str, Maker], ...] = (
    (r"\b(?:for )?a minute or two\b", lambda found: (Atom(DoseKind.TIME, 60.0, 120.0, found[0]),)),
    (
        r"_{2,}(?:\s*-?\s*(?:seconds?|secs?|minutes?|mins?|times|reps?|repetitions?|sets?)\b)?",
        word_of(DoseKind.UNCLEAR),
    ),
    (r"\bone (?:rep|repetition) (?:includes|is|means|equals|consists of)\b[^.;]*", unsaid),
    (r"\bas long as you (?:feel|have|keep|do not|don't|maintain|remain|stay)\b", unsaid),
    (
        r"\b(?:when|once|as soon as) you (?:feel|reach) (?:a |the |your )(?:\w+ )?"
        r"(?:stretch|position|tension)\b\s*,?",
        unsaid,
    ),
    (
        rf"(?:\bfreq(?:uency)?\s*[:=]?\s*)?\b\d{{1,2}}/\d{{1,2}}\s*(?:x|times)\s*(?:/|an?\b|per)\s*{DAY}",
        word_of(DoseKind.OFTEN),
    ),
    (
        r"(?:\bfreq(?:uency)?\s*[:=]?\s*)?\bevery \d{1,2}(?:\s*(?:/|-|to)\s*\d{1,2})?"
        r"\s*(?:hours|days|weeks)\b(?:\s+hours\b)?",
        word_of(DoseKind.OFTEN),
    ),
    (
        rf"(?:\b(?:and|then)\s+)*\bonce\s+(?:more\s+)?{PART_OF_DAY}(?:\s*(?:,|and|&)+\s*(?:once\s+)?{PART_OF_DAY})*",
        word_of(DoseKind.OFTEN),
    ),
)
"""Before all patterns of measures."""
