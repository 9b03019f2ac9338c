"""How sets, repetitions, holds, rests, sides and how often a day are written: a pattern each, and what it measures."""

import re

from stretchcoach.handout.atoms import (
    GAP,
    Atom,
    DoseKind,
    Maker,
    counted_of,
    held_of,
    length_of,
    one_of,
    one_timed,
    rest_of,
    sets_last,
    slowly_of,
    spelt_again_of,
    spelt_of,
    tempo_of,
    three_of,
    two_of,
    unsaid,
    word_of,
)
from stretchcoach.handout.dose_firsts import DAY, FIRST
from stretchcoach.handout.dose_turns import TURNS
from stretchcoach.handout.keywords import PART
from stretchcoach.handout.numbers import length, seconds, span, values
from stretchcoach.handout.other_numbers import UNIT

LIMB = r"(?:legs?|sides?|foot|feet|arms?|ankles?|knees?|hips?|hands?|shoulders?|calf|limbs?|seiten?|beine?|wade)\b"
EVERY = r"(?:each|per|every|ea\.?|pro|jede[smnr]?|je)"
TIMED = rf"(?:once|twice|thrice|{span('n')}(?:\s*x\b|\s*(?:times?|sessions?|mal)\b|x\b)?)"
REPEAT = r"(?:repeat(?:ing|ed)?|perform|do|complete|aim for|aim to do|repetitions?|reps?|repeats?|wiederholungen|wiederholen)"
THING = r"(?:elastic|resistance|therapy|rubber|tubing|bands?|ropes?|straps?|strips?|lengths?|cord)"
MOVES = (
    r"(?:lunges|swings|circles|rotations|kicks|raises|lifts|squats|taps|curls|turns|twists|jumps|hops|rolls|bends|presses|pulls|dips"
    r"|bridges|crunches|skips|pumps|shrugs|slides|extensions|flexions|[a-z]+-ups|push ups|sit ups|step ups|press ups|pushups|situps|squeezes|tucks|marches|jacks|pulses)"
)
"""What is counted one by one."""
PLACED_SO = r"(?!\s+(?:in front|behind|out|flat|forward|back|straight|bent|on|in|up|down|is|stays?|resting|pointing|crossed|slightly|under|over)\b)"
_PLACED = r"\s*(?:between|after|in between|zwischen)\s+(?:each\s+|every\s+|the\s+|den\s+|all\s+)?(?:sets?|repetitions?|reps?|exercises?|stretch(?:es)?|holds?|serien|movements?|stations?|rounds?)"
WITHIN, BETWEEN = rf"{_PLACED}\b", rf"(?:{_PLACED})?"
TABLE: tuple[tuple[str, Maker], ...] = (
    *FIRST,
    (
        r"\b(?:is|are|as|equals?|makes?|that's|to (?:complete|make)|completes|for)\s+(?:one|1|a)\s+(?:full |complete |single |whole )?(?:reps?|repetition|set)\b|=\s*(?:one|1)\s+(?:reps?|repetition|set)\b",
        unsaid,
    ),
    (rf"\bover\s+(?:the course of\s+)?(?:a\s+)?{length('t')}(?:\s+count\b)?|{length('u')}\s+(?:up|down)\b", slowly_of),
    (r"\bhold\s+(?:on\s+)?(?:the\s+|your\s+)?last\b[^.;]*", word_of(DoseKind.UNCLEAR)),
    (
        r"\brepeat (?:once more|once|one more time)\b(?![^.;]*\b(?:side|leg|foot|arm|direction)s?\b)",
        word_of(DoseKind.UNCLEAR),
    ),
    (
        r"\bdo (?:it|this|the (?:same )?(?:stretch|exercise)) (?:once more|one more time)\b"
        r"(?![^.;,]*\b(?:side|leg|foot|arm|direction|way)s?\b)",
        lambda found: (Atom(DoseKind.TIMES, 2.0, 2.0, found[0]),),
    ),
    (
        r"(?<!and )(?<!then )\brepeat (?:the |this |these |same )+(?:sequence|steps|cycle|procedure)(?=\s*(?:$|[.;,)]))",
        word_of(DoseKind.AGAIN),
    ),
    (
        rf"\b(?:once|twice|{span('n')}\s*(?:x|times))\s*(?:a|per|each)\s+day\s*\(\s*{span('r')}\s*sets?\s*\)",
        word_of(DoseKind.UNCLEAR),
    ),
    *TURNS,
    (
        r"\bx\s*\d{1,3}(?:\s*-\s*\d{1,3})?\s*[,;]?\s*x\s*\d{1,3}\b(?!\s*-?\s*(?:sec|min|s\b|daily|a day))",
        word_of(DoseKind.UNCLEAR),
    ),
    (
        rf"\b(?:another|a further|further|an extra)\s+{span('n')}\s*(?:sets?|times|x\b|repetitions?|reps?|rounds?)",
        word_of(DoseKind.UNCLEAR),
    ),
    (
        rf"\b(?:and\s+)?(?:gradually\s+|slowly\s+)?(?:work(?:ing)?|build(?:ing)?|progress(?:ing)?|increas(?:e|ing)) (?:(?:your|the) (?:way|reps|repetitions|number|time) |reps |repetitions )?(?:over ?time )?(?:up )?to\s+{span('n')}\s*(?:(?:sets?|lots) of\s+\d+|x\s*\d+\b|sets?|repetitions?|reps?|times|x\b|seconds?|secs?|minutes?|mins?|s\b)?(?:\s*(?:repetitions?|reps?|times))?(?:\s+or more)?",
        word_of(DoseKind.LATER),
    ),
    (
        rf"{span('n')}\s+{length('t')}\s*-?\s*(?:sets?|repetitions?|reps?|rounds)\b",
        one_timed(DoseKind.SETS, DoseKind.TIME),
    ),
    (rf"{span('n')}\s*x\s*/?\s*(?:daily|weekly|nightly|day|week|täglich)\b", word_of(DoseKind.OFTEN)),
    (rf"\bx\s*1\s*(?:a|per|/)\s*{DAY}", word_of(DoseKind.OFTEN)),
    (rf"(?:{REPEAT}\s+)?(?<![\d/] )(?<!\d)\bx\s*\d+\s*(?:daily|a day|per day|/\s*day)\b", word_of(DoseKind.UNCLEAR)),
    (
        rf"(?:{REPEAT}\b(?:(?!each|both|every|side|leg|foot)[^.;,\d{GAP}]){{0,30}})?(?:up to\s+)?{TIMED}\s*(?:/|(?:in )?an?\b|per|p er|each|every|pro|am|in der)\s*{DAY}",
        word_of(DoseKind.OFTEN),
    ),
    (
        rf"(?:{REPEAT}\b(?:(?!each|both|every|side|leg|foot)[^.;,\d{GAP}]){{0,30}})?(?:up to\s+)?(?:once|twice|thrice|{span('n')}\s*(?:x|times?|mal))\s*(?:daily|weekly|nightly|täglich)\b",
        word_of(DoseKind.OFTEN),
    ),
    (
        r"(?:once|twice|several times|a few times)?\s*(?:\b(?:on\s+)?(?:every|each)\s+(?:other\s+|second\s+|single\s+)?(?:day|morning|evening|night|week|hour|two hours|\d+\s*hours|\d+\s*days)\b)",
        word_of(DoseKind.OFTEN),
    ),
    (rf"{span('n')}\s*days?\s*(?:/|a|per|each)\s*week", word_of(DoseKind.OFTEN)),
    (
        rf"\b(?:days?|times?|sessions?)\s*(?:/|a|per|each)\s*(?:week|day)\s*[:=]?\s*{span('n')}(?![\d-])",
        word_of(DoseKind.OFTEN),
    ),
    (
        r"\b(?:(?:several|many|a few|a couple of) times (?:a|per|each|throughout the|during the) day|throughout the day|daily|täglich|nightly|hourly|at bedtime|before (?:going to )?bed|morning and (?:night|evening)|mornings and evenings)\b",
        word_of(DoseKind.OFTEN),
    ),
    (
        r"\b(?:preferably |ideally |usually )?once (?:in the (?:morning|afternoon|evening)|at (?:night|bedtime)|before bed(?:time)?|on waking|after (?:breakfast|lunch|dinner))\b",
        word_of(DoseKind.OFTEN),
    ),
    (rf"\bfor\s+{span('n')}\s*(?:weeks?|months?|days?)\b", word_of(DoseKind.OFTEN)),
    (
        rf"\b{REPEAT}\s+(?:the\s+|this\s+|all\s+|of\s+|whole\s+|entire\s+|these\s+|everything\s*)*(?:circuit|sequence|routine|list|everything|cycle|lot|series|round|(?<!complete )all)\s*{span('n')}\s*(?:x\b|times?\b|mal|rounds)",
        one_of(DoseKind.ROUNDS),
    ),
    (
        rf"\b{REPEAT}\s+(?:the\s+|this\s+|all\s+|whole\s+|entire\s+)*(?:circuit|sequence|routine|list|everything|lot|series)\s+(?P<w>twice|thrice)(?:\s+(?:through|over))?\b",
        lambda found: (Atom(DoseKind.ROUNDS, 2.0 if found["w"] == "twice" else 3.0, 0.0, found[0]),),
    ),
    (
        rf"\b(?:circuit|sequence|round)s?\s*(?:x|:)\s*{span('n')}\b(?!\s*(?:sec|min|rounds?|circuits?))",
        one_of(DoseKind.ROUNDS),
    ),
    (
        rf"(?:{REPEAT}\s+)?{span('n')}\s*(?:rounds?|circuits?|durchgänge)(?:\s+of)?\b(?!\s*\d)",
        one_of(DoseKind.ROUNDS),
    ),
    (
        rf"(?:\b(?:and|then)\s+)*(?<![\w-])(?:rest(?:s|ing|ed)?|pausen?|recover(?:y)?|relax)\b(?:\s*(?:period|time|interval)s?)?{BETWEEN}\s*(?:of|for|is|should be|:|=|-|\(|\s)*\s*{length('t')}{BETWEEN}",
        rest_of,
    ),
    (rf"{length('t')}{WITHIN}", rest_of),
    (rf"{length('t')}\s*(?:of\s+)?(?:rest|(?:water )?break|pause|recovery)\b{BETWEEN}", rest_of),
    (
        rf"{span('n')}\s*(?:x|sets? of|sets? x|sets?,?)\s*{span('r')}\s*(?:x|times|repetitions?|reps?)?\s*(?:x|,|@|\bwith (?:a\s+)?|\bheld(?: for)?|\()\s*{length('t')}(?:\s*-?\s*holds?)?(?![a-z])",
        three_of,
    ),
    (
        rf"{span('n')}\s*(?:x|sets? (?:of|x)|times|rounds? of|reps? (?:of|x)|repetitions? of)\s*{length('t')}\s*-?\s*(?:holds?|each hold|halten)\b",
        one_timed(DoseKind.SETS, DoseKind.HOLD),
    ),
    (
        rf"{span('n')}\s*(?:x|sets? (?:of|x)|times|rounds? of|reps? (?:of|x)|repetitions? of)\s*{length('t')}(?![a-z])",
        one_timed(DoseKind.SETS, DoseKind.TIME),
    ),
    (
        rf"(?:\b(?:hold|held)(?: for)?\s+)?{length('t')}\s*-?\s*(?:holds?)?\s*(?:x\s*{span('n')}(?:\s*(?:sets?|times|repetitions?|reps?))?|,?\s+{span('o')}\s*(?:x\b|times\b))(?![a-z\d])",
        held_of,
    ),
    (
        rf"{span('n')}\s*(?:sets?|serien|sätze)\s*(?:of|x|,|à|mit)?\s*{span('r')}\s*(?:repetitions?|reps?|times|wdh\.?|wiederholungen|x\b)?(?!\s*-?\s*(?:sec|s\b|min|\d|sets))",
        two_of(DoseKind.SETS, DoseKind.REPS),
    ),
    (
        rf"{span('n')}\s*x\s*{span('r')}(?:\s*(?:repetitions?|reps?|times|wdh\.?|wiederholungen)\b)?(?!{UNIT})(?!\s*(?:m\b|-?\s*[a-wyz]?\d))",
        two_of(DoseKind.SETS, DoseKind.REPS),
    ),
    (
        rf"{span('r')}\s*(?:repetitions?|reps?|wdh\.?|wiederholungen)?\s*(?:x|,|for|/)?\s*{span('n')}\s*(?:sets\b|serien)",
        sets_last,
    ),
    (
        rf"\b(?:hold(?:s|ing)?|held|maintain(?:ing)?|stay(?:ing)?|keep still|balanc(?:e|ing)|remain|squeeze|halten(?: sie)?)\b(?:\s+[a-z']+){{0,8}}?\s*(?:for|:|=|-|of)*\s*{length('t')}",
        length_of(DoseKind.HOLD),
    ),
    (
        rf"{length('t')}(?:\s*lang)?\s*-?\s*(?:holds?|static holds?|squeeze|halten|isometric)\b",
        length_of(DoseKind.HOLD),
    ),
    (
        rf"\b(?:hold(?:s|ing)?|stay there|remain|squeeze)\b(?:\s+[a-z]+){{0,4}}?\s*(?:for|:|=|-)*\s*(?:until\s+)?(?:(?:a|the|to|your)\s+)*(?:slow\s+)?(?:count of\s+)?{span('n')}(?:\s*-?\s*counts?)?(?!{UNIT}|\s+(?:of\s+)?(?:your\s+|the\s+)?(?:[a-z-]+\s+)?{PART}(?![a-z])|\s*(?:deep |slow |long )*(?:breath|x\b|sec|min|times|reps)|\d|[.,:]\d)",
        lambda found: (Atom(DoseKind.HOLD, *values(found, "n"), found[0], "counts"),),
    ),
    (rf"{span('n')}(?:\s+(?:deep|slow|long|full|big))*\s+breaths?\b", word_of(DoseKind.OPEN)),
    (
        rf"(?:for\s+)?a slow count of\s+{span('n')}|\bfor\s+{span('n0')}\s+counts|\bcount(?:s|ing)?(?: slowly)? (?:of|to)(?: about)? {span('m0')}",
        tempo_of,
    ),
    (
        rf"\b(?:repetitions|reps|sets)\s+of\s+{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|x|reps?|times|[\d:]))",
        counted_of,
    ),
    (rf"\b(?:sets?|serien|sätze)\s*[:=]\s*{span('n')}(?![\d-])", one_of(DoseKind.SETS)),
    (rf"\b(?:repetitions?|reps?|wiederholungen)\s*[:=]\s*{span('n')}(?![\d-])(?:\s*times\b)?", one_of(DoseKind.REPS)),
    (rf"(?:\brepeat(?:ing)?\s+)?{span('n')}\s*(?:sets?|serien|sätze)\b", one_of(DoseKind.SETS)),
    (
        rf"(?:{REPEAT}\b[^.;\d{GAP}]{{0,40}}?)?{span('n')}\s*(?:repetitions?|reps?|wdh\.?|wiederholungen|cycles)\b",
        one_of(DoseKind.REPS),
    ),
    (
        rf"\b{REPEAT}\b(?:\s+(?!and\b|each\b|every\b|both\b|either\b|other\b|opposite\b)[a-z]+){{0,5}}?\s*:?\s*{span('n')}\s*(?:x\b|times\b|mal\b)",
        one_of(DoseKind.TIMES),
    ),
    (
        rf"\b{REPEAT}\b\s*(?:this|these|it|the exercise|the stretch|exercise|x)?\s*:?\s*{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|more|[\d:]))",
        one_of(DoseKind.TIMES),
    ),
    (r"(?<![a-z] )\b(?P<w>twice|thrice)(?=\s+(?:on|to|with|for|each|per|every)\b)", spelt_again_of),
    (
        r"(?:\b(?:and|then)\s+)?\b(?:repeat|complete|perform|do|sustain|continue|hold)(?: (?:this|it|these|the exercise|the movement))?(?: (?:for|the) (?:the )?(?:designated|prescribed|given|recommended) (?:number|amount)(?: of (?:repetitions|times|reps|sets))?)?(?: as (?:many times as|often as|per|instructed|prescribed|advised|directed|recommended|told|stated)\b[^.;,]*)(?=$|[.;,])"
        r"|\b(?:repeat|complete|perform|do)(?: (?:this|it|these|the exercise|the movement))? for (?:the |your )?(?:designated|prescribed|given|recommended|required|desired) (?:number|amount)(?: of (?:repetitions|times|reps|sets))?(?=\s*(?:$|[.;,]))"
        r"|\b(?:complete|perform|do) (?:the |your )?(?:repetitions|reps|sets)(?: and sets)? as (?:instructed|prescribed|advised|directed|recommended|told)\b[^.;,]*(?=$|[.;,])",
        word_of(DoseKind.AGAIN),
    ),
    (
        rf"\b{REPEAT}\s+(?:this|it|the|each|every|all|exercises?|stretch(?:es)?|movement|process|sequence|same|\s)*\b(?P<w>twice|thrice)\b",
        spelt_again_of,
    ),
    (rf"{span('n')}\s*(?:x\b|times\b|mal\b)(?!\s*\d)", one_of(DoseKind.TIMES)),
    (rf"\bx\s*{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|m\b|[\"'])|[\d:])", one_of(DoseKind.TIMES)),
    (
        r"\b(?:(?:repeat|do (?:it|this|each)?|wiederholen)\s+)?(?P<w>zweimal|dreimal|viermal|fünfmal|sechsmal|zehnmal)\b|\brepeat (?P<w2>twice|thrice)\b",
        spelt_of,
    ),
    (
        rf"(?:^|(?<=[,;:(-])\s*|\bdo\s+){span('n')}\s*(?=(?:on|in|for|with|to)?\s*(?:{EVERY}|both)\s+(?:{LIMB}|direction|way))",
        one_of(DoseKind.REPS),
    ),
    (
        rf"{span('n')}\s*(?=(?:on\s+|in\s+|for\s+|with\s+)?{EVERY}\s+(?:{LIMB}|direction|way)|/\s*(?:side|leg|foot|arm)|\s(?:each|ea|es)\s*(?:$|[,;.)]))",
        one_of(DoseKind.REPS),
    ),
    (
        rf"{span('n')}(?!{UNIT}|\s*-?\s*(?:sec|min|s\b|sek))(?=\s+(?:[a-z-]+\s+){{0,2}}[a-z]+s\s+(?:on|in|for|with|to)?\s*(?:{EVERY}|both)\s+(?:{LIMB}|direction|way))",
        one_of(DoseKind.REPS),
    ),
    (
        rf"(?:^|\b(?:do|perform|complete|for|aim for|try)\s+){span('n')}(?!\s*-?\s*(?:sec|min|s\b))(?=\s+(?:[a-z-]+\s+){{0,2}}{MOVES}\b)",
        one_of(DoseKind.REPS),
    ),
    (
        rf"\b(?:do|perform|complete|aim for)\s+{span('n')}\s+of (?:these|them|those)\b(?:\s+(?:at first|to start(?: with)?|to begin(?: with)?))?",
        one_of(DoseKind.REPS),
    ),
    (
        rf"^(?:do\s+|perform\s+|complete\s+)?{span('n')}\s+(?!{UNIT}|(?:[a-z-]+\s+)?{PART}\s+(?:on|in|over|under|up|down|forward|back|behind|at|straight|bent|flat|against|across)\b|sec|min|s\b|m\b|ways?\b|more|leg|foot|feet|arm|knee|hand|side|person|point|part|or\b|to\b|by\b|.*\b(?:stretches|exercises|moves|movements|poses|drills|ways|tips|things)\b)(?=[a-z]{{3}})",
        one_of(DoseKind.REPS),
    ),
    (
        rf"{length('t')}\s+each\b(?=\s*(?:$|[,;.)]|for\b))",
        lambda found: (Atom(DoseKind.TIME, *seconds(found, "t"), found[0], "each"),),
    ),
    (
        rf"(?:\b(?:continue|carry on|keep going|keep this up|repeat(?: (?:this|it|the (?:movement|motion|exercise)))?)\s+(?!.{{0,30}}\b(?:side|leg|foot|arm)\b)|\bx\s*(?=\d))?{length('t')}(?![a-z])",
        length_of(DoseKind.TIME),
    ),
    (
        rf"{span('n')}\s*m\b(?!\w|\s+(?:of|long|wide|high|tall|away|apart|from|behind|in front|{THING})\b)",
        word_of(DoseKind.UNCLEAR),
    ),
    (
        r"\b(?:and |then )*repeat(?:ing)? (?:it |this )?in the (?:opposite|other|reverse) direction\b|\b(?:in |going |turning )?(?:one|the one|the same) (?:direction|way)\b[\s,;]*(?:and |then |before )*(?:in |going |turning |changing to |switch(?:ing)? (?:to )?|repeat(?:ing)? (?:in )?|change |reverse )*(?:the )?(?:other|opposite|directions?)(?: (?:direction|way))?\b"
        r"|\b(?:in )?(?:both )?(?:clockwise|forwards?)\s*(?:and|&|/|,)\s*(?:then )?(?:anti|counter)[- ]?clockwise(?: directions?)?\b"
        r"|(?:\b(?:in|for)\s+)?\b(?:each|both|every) (?:directions?|ways?)\b|\b(?:clockwise and (?:then )?(?:anti|counter)[- ]?clockwise|both clockwise and|forwards? and (?:then )?backwards? circles)\b|\b(?:then\s+)?(?:(?:switch|change|reverse|swap) (?:the )?directions?|the other (?:way|direction)|change direction)\b",
        word_of(DoseKind.WAYS),
    ),
    (
        rf"(?<!in )(?<!under )(?<!around )(?<!side of )(?<!sole of )(?<!top of )(?<!ball of )(?<!back of )(?:\b(?:on|with|for|in|auf)\s+(?!each hand))?(?:\b{EVERY}\s+(?!side of)|(?<!knee)(?<!leg)(?<!foot)(?<!feet)(?<!toe)(?<!heel)(?<!ankle)(?<!hand)(?<!arm)(?<!calf)(?<!calves)(?<!shin)(?<!thigh)(?<!wrist)(?<!hip)(?<!elbow)(?<!glutes)(?<!quads)(?<!hamstrings)(?<!back)/\s*)(?:other\s+)?{LIMB}(?!\s+of\b)",
        lambda found: (Atom(DoseKind.EACH, text=found[0], note="limb"),),
    ),
    (
        r"(?:\b(?:on|with|for|in|to)\s+)?\b(?:(?:both sides|each side|either side)(?!\s+of\b)|both (?:your |the )?(?:right and left|left and right) (?:sides?|legs?)|(?:the |your )?(?:right and left|left and right) (?:sides|legs)|beide seiten|beidseitig|one side and then the other)\b",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?:^|(?<=[,;:({GAP}-]))\s*(?:on\s+|for\s+)?both (?:legs|feet|arms|ankles|calves)\s*(?=$|[),;.{GAP}])",
        word_of(DoseKind.EACH),
    ),
    (
        r"\b(?:repeat|do it|same|again)\b[^.;]{0,30}?\b(?:on|for|with) both (?:legs|sides|feet|arms)\b",
        word_of(DoseKind.EACH),
    ),
    (
        rf"\b(?:then\s+)?(?:repeat(?:ing)?|switch(?:ing)?|swap|change|changing|wechseln|wiederholen)\b[^.;{GAP}]{{0,60}}?\b(?:other|opposite|left|right|second|unaffected|anderen?|gegenüberliegenden)\s+(?:leg|side|foot|arm|knee|shoulder|ankle|hand|hip|seite|bein)\b",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?:\b(?:then|now|also|same)|(?<!arm )(?<!leg )(?<!hand )(?<!knee )(?<!elbow )\band)\s+(?:(?:repeat|do|try|perform|it|this|then|the same|the (?:stretch|exercise|movement))\s+)*(?:on\s+|with\s+|for\s+|to\s+)?(?:the\s+|your\s+)?(?:other|opposite)\s+(?:leg|side|foot|arm|knee)\b{PLACED_SO}",
        word_of(DoseKind.EACH),
    ),
    (
        r"\bdo (?:this|it|the same) again (?:with|on|for) (?:the|your) (?:other|opposite) (?:leg|side|foot|arm)\b",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?:\b(?:and|then)\s+|[;,]\s*)+(?:perform|do|repeat|try|complete)(?:\s+(?:it|this|the)(?: same)?(?: (?:stretch|exercise|movement|motion))?)?\s+(?:on|with|for)\s+(?:the\s+|your\s+)?(?:other|opposite)\s+{LIMB}",
        word_of(DoseKind.EACH),
    ),
    (r"(?<=[,;])\s*(?:switch|swap)(?=\s*(?:$|[.,;)]))", word_of(DoseKind.EACH)),
    (
        rf"\b(?:then|and)\s+(?:switch|swap)\b(?=\s*(?:$|[.,;)]))|\bbefore (?:swapping|switching|changing)(?:\s+(?:sides|legs|feet|arms))?\b|\b(?:and\s+|then,?\s+)*(?:switch|swap|change)\s+(?:sides|legs|feet|arms|hands|ankles|knees|hips|shoulders)\b(?:\s+and\s+(?:repeat|do the same))?|\b(?:and|then|also)\s+(?:on\s+|with\s+)?the other (?:leg|side|foot|arm)\b{PLACED_SO}",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?:^|(?<=[,;:({GAP}-]))\s*(?:(?:left and right|right and left)(?: (?:sides?|legs?|feet|foot|arms?|hands?))?|l\s*(?:and|&|\+|/)\s*r|r\s*(?:and|&|\+|/)\s*l|left\s*/\s*right|li\s*/\s*re|rechts und links|links und rechts)\s*(?=$|[),;.{GAP}])",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?<={GAP})\s*an?\s+{LIMB}|\ba (?:side|leg)\s*(?=$|[,;.)])",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?<={GAP})\s*(?:to|on)\s+(?:the\s+|your\s+)?(?:left|right)\b[\s,;]*(?:(?:and|then)\s+)*{GAP}+\s*(?:to|on)\s+(?:the\s+|your\s+)?(?:right|left)\b",
        word_of(DoseKind.EACH),
    ),
    (
        rf"(?<={GAP})\s*(?:each|ea|e/[sla]|es)\b(?=\s*(?:$|[,;.):/{GAP}-]|x\b|\d|(?:with|on|in|at|slow\w*|daily|twice|once|and|then|\()\b))(?!\s*(?:in|at) (?:position|pose))",
        lambda found: (Atom(DoseKind.EACH, text=found[0], note="bare"),),
    ),
    (
        r"\b(?:alternat(?:e|ing|ely)(?:\s+(?:sides|legs|feet|arms))?|sides in turn|abwechselnd)\b",
        word_of(DoseKind.IN_TURN),
    ),
    (r"\((?:l|lt)\)", word_of(DoseKind.LEFT)),
    (r"\((?:r|rt)\)", word_of(DoseKind.RIGHT)),
    (
        rf"(?<=[,;:({GAP}-])\s*(?:on\s+(?:the\s+)?)?left(?:\s+(?:leg|side|foot|arm))?(?:\s+only)?\s*(?=$|[),;.{GAP}])|(?<={GAP})\s+l\s*(?=$|[),;.])|\bleft (?:leg|side|foot|arm) only\b",
        word_of(DoseKind.LEFT),
    ),
    (
        rf"(?<=[,;:({GAP}-])\s*(?:on\s+(?:the\s+)?)?right(?:\s+(?:leg|side|foot|arm))?(?:\s+only)?\s*(?=$|[),;.{GAP}])|(?<={GAP})\s+r\s*(?=$|[),;.])|\bright (?:leg|side|foot|arm) only\b",
        word_of(DoseKind.RIGHT),
    ),
    (
        rf"(?:^|(?<=[,;({GAP}-]))\s*(?:done |do (?:it|this|these) |all )?(?:slow|slowly|langsam|slow and controlled|slow, controlled)\s*(?=$|[),;.{GAP}])",
        word_of(DoseKind.SLOW),
    ),
    (
        r"(?:\b(?:and|then)\s+|,\s*)*\brepeat(?: (?:the (?:motion|movement|exercise|stretch|process)|this|it)(?: (?:smoothly|slowly))?)?(?=\s*(?:$|[.;,)]))",
        word_of(DoseKind.AGAIN),
    ),
    (
        r"\b(?:but|although|though) you (?:can|may|could) (?:also )?(?:hold|do|repeat|stay|keep)\b[^.;,]*\bas (?:long|many|often|much) as\b[^.;,!]*",
        unsaid,
    ),
    (
        rf"(?<={GAP})[\s,(]*\bor\s+as\s+(?:instructed|advised|directed|prescribed|recommended|told)\b(?:\s+by\b[^.;,)]*)?",
        unsaid,
    ),
    (
        r"\b(?:a few|several|some|a couple of)\s+(?:times|sets|seconds|secs|reps|repetitions|minutes|breaths)\b|(?:\bas (?:many|long|often)\b|\b(?:repeat|perform|practi[sc]e|exercise|do (?:it|this|these)) as much\b)[^.;,]{0,40}?\bas\b(?:\s+(?:you can|possible|able|comfortable|needed|tolerated|is comfortable))?|\bas (?:tolerated|needed|able|instructed|prescribed|required|many as possible)\b|\b(?:to|until|till)\s+(?:failure|fatigue|tired|exhaustion|fatigued)\b|\bamrap\b|\b(?:max|maximum)(?:\s+reps)?\b",
        word_of(DoseKind.OPEN),
    ),
)
"""In this order: the longer reading comes before the shorter ones that it holds."""
PATTERNS = tuple((re.compile(pattern), maker) for pattern, maker in TABLE)
