"""Word classes for what a cramp does, in all their forms: what lets go, eases, stays and grows.

Each class is a regular expression over plain words; verbs stand with their third person, *-ing*, past and participle.
"""

import re

from stretchcoach.grammar.lexicon import changes


def _any(words: str) -> str:
    return f"(?:{'|'.join(dict.fromkeys(each.strip() for each in words.split('|') if each.strip()))})"


def _verbs(table: str, at: int) -> str:
    """One form of each verb of a table; 3 and 4 are the past and the participle, where they differ."""
    return "|".join(forms[min(at, len(forms) - 1)] for forms in map(str.split, table.split("|")))


# --- what it is said of --------------------------------------------------------------------------------------

_KIND = (
    "left|right|whole|entire|same|old|damn|damned|bloody|blessed|blasted|stupid|horrible|nasty|wretched|awful|poor"
    "|little|big|hard|bad|calf|leg|muscle|lower|night|actual|real|proper|main"
)
NOUN = _any(
    "cramp|cramps|cramping|pain|pains|knot|spasm|spasms|ache|grip|tightness|tension|soreness|stiffness|agony|hurt"
    "|charley horse|contraction|seizing|bugger|bastard|bitch|beast|sod|devil|blighter|swine|brute|demon|monster|lump"
)
"""The cramp by its names."""
BODY = _any("calf|leg|muscle|foot|calf muscle|lower leg|muscles|calves|back of my leg")
"""What is cramped."""
DET = "(?:the|my|this|that|your|all the|all that|all this|whatever)"
THING = rf"(?:(?:the|this|that) (?:(?:{_KIND}) )*thing)"
CRAMP, LEG = "zcramp", "zleg"
"""How the patterns call them: no words of anybody's."""
_NAMED = re.compile(
    rf"(?:\b{DET} |^(?!(?:bugger|sod) all\b))(?:(?:{_KIND}) )*(?:(?P<cramp>{NOUN})|(?P<leg>{BODY}))\b"
    rf"(?: in (?:it|{DET} (?:left |right )?{BODY}))?(?=(?P<more>(?: \w+)*))"
)
_VERBS = frozenset(
    "is are has have feels was were don dey keeps gets getting just will does do did go goes gone all still now seems"
    " went let lets eased easing stopped vanished disappeared released loosened hurts stays remains".split()
)
"""Without an article, the cramp is what is spoken of only before one of these."""
OF_IT = f"(?:{CRAMP}|{LEG})"
IT = f"(?:it|that|this|{THING}|{OF_IT})"
"""Anything that can be the cramp in a clause."""
SURELY = re.compile(rf"\b(?:{NOUN}|{BODY})\b")
"""Named so, it is nothing else."""

# --- what it does ----------------------------------------------------------------------------------------------

_LEAVE = (
    "vanish vanishes vanishing vanished|disappear disappears disappearing disappeared"
    "|dissolve dissolves dissolving dissolved"
    "|evaporate evaporates evaporating evaporated|quit quits quitting quit|stop stops stopping stopped"
    "|cease ceases ceasing ceased|end ends ending ended|pass passes passing passed|release releases releasing "
    "released"
    "|clear clears clearing cleared|unlock unlocks unlocking unlocked|unclench unclenches unclenching unclenched"
    "|undo undoes undoing undid undone|go goes going went gone|melt melts melting melted|snap snaps snapping snapped"
)
_LEAVE_OFF = (
    "bugger buggers buggering buggered|sod sods sodding sodded|piss pisses pissing pissed|clear clears clearing "
    "cleared"
    "|slink slinks slinking slunk|creep creeps creeping crept|run runs running ran|slip slips slipping slipped"
    "|wander wanders wandering wandered|drift drifts drifting drifted|jog jogs jogging jogged|go goes going went gone"
    "|melt melts melting melted|pass passes passing passed|die dies dying died|float floats floating floated"
)
_LOOSE = "(?:me )?go(?: of (?:me|it|zleg))?|(?:me )?loose(?: of (?:me|it|zleg))?|(?:me )?free(?: of (?:me|it))?"
_UP = r"(?!(?:going|gone|went|passing|passed) up\b)"
"""*It's gone up* is worse."""
_AWAY = "(?: (?:away|off|up|out|altogether|for good|clean away|by itself|on its own|into thin air|again))?"
LEFT = (
    rf"{_UP}(?:(?:gone|went|quit|stopped|vanished|disappeared|released|dissolved){_AWAY}"
    rf"|(?:{_verbs(_LEAVE_OFF, 3)}|{_verbs(_LEAVE_OFF, 4)}) (?:off|away)|(?:let|turned|set) (?:{_LOOSE})"
    "|packed (?:up|in)(?: and (?:left|gone))?|up(?:ped)? and (?:left|gone|went)|left me(?: alone)?|done (?:gone|quit"
    "|stopped)|away"
    "|over(?: and done)?(?: with)?|all over|after (?:going|leaving|stopping|letting go)(?: away| off)?)"
)
"""What has done so is gone ..."""
PASSED = f"{_UP}(?:{_verbs(_LEAVE, 3)}|{_verbs(_LEAVE, 4)}|left|history){_AWAY}"
"""... and this where the cramp is named: much melts, passes and ends ..."""
LEAVING = (
    f"{_UP}(?:(?:{_verbs(_LEAVE, 2)}){_AWAY}|(?:{_verbs(_LEAVE_OFF, 2)}) (?:off|away)|(?:letting|turning|setting)"
    rf" (?:{_LOOSE})|leaving(?: me)?|coming (?:loose|away|undone|free|off))"
)
"""... what still does it is easing, ..."""
LEAVE = (
    f"(?:(?:{_verbs(_LEAVE, 0)}){_AWAY}|(?:{_verbs(_LEAVE_OFF, 0)}) (?:off|away)|(?:let|turn) (?:{_LOOSE})"
    f"|leave(?: me)?"
    "(?: alone)?|come (?:loose|away|undone))"
)
"""... and what does not do it is the same."""
_EASE = (
    f"{changes.EASES}|unknot unknots unknotting unknotted|give gives giving gave given|abate abates abating abated"
    "|ebb ebbs ebbing ebbed|thaw thaws thawing thawed|slacken slackens slackening slackened"
    "|slack slacks slacking slacked|drop drops dropping dropped|mellow mellows mellowing mellowed"
    "|untie unties untying untied|untangle untangles untangling untangled|cool cools cooling cooled"
    "|yield yields yielding yielded|dwindle dwindles dwindling dwindled|heal heals healing healed"
    "|taper tapers tapering tapered|peter peters petering petered|slow slows slowing slowed"
)
_EASE_WITH = "(?: (?:off|up|down|away|out|way|a (?:notch|bit|little|touch|tad)|itself|some|nicely|slowly|gradually))*"
EASED = f"(?:(?:{_verbs(_EASE, 3)}|{_verbs(_EASE, 4)}){_EASE_WITH})"
EASING = (
    f"(?:(?:{_verbs(_EASE, 2)}|coming down|going down|on (?:it is|the) way out|on the (?:mend|turn|wane)){_EASE_WITH})"
)
EASES = f"(?!gives\\b(?! way))(?:(?:{_verbs(_EASE, 1)}|comes down|goes down|lets (?:{_LOOSE})){_EASE_WITH})"
EASE = f"(?:(?:{_verbs(_EASE, 0)}|come down|go down){_EASE_WITH})"
_RISE = (
    f"{changes.RISES}|grow grows growing grew grown|bite bites biting bit bitten|clamp clamps clamping clamped"
    "|wind winds winding wound|climb climbs climbing climbed|mount mounts mounting mounted|dig digs digging dug"
    "|build builds building built|creep creeps creeping crept|deepen deepens deepening deepened"
    "|escalate escalates escalating escalated|strengthen strengthens strengthening strengthened"
    "|sharpen sharpens sharpening sharpened|shoot shoots shooting shot|bunch bunches bunching bunched"
    "|ramp ramps ramping ramped|crush crushes crushing crushed|multiply multiplies multiplying multiplied"
    "|double doubles doubling doubled|screw screws screwing screwed"
)
_RISE_WITH = (
    "(?: (?:up|in|down|on|on me|into me|itself|again|hold|harder|deeper|tighter|worse|more|and \\w+er"
    "|further|zleg|something (?:awful|terrible|fierce|rotten|shocking)))*"
)
RISING = f"(?:(?:{_verbs(_RISE, 2)}){_RISE_WITH})"
RISEN = (
    f"(?:(?:gone (?:mental|mad|crazy|berserk|haywire|wild|ballistic)|taken (?:hold|a grip|over)|{_verbs(_RISE, 3)}"
    f"|{_verbs(_RISE, 4)}|shot up){_RISE_WITH})"
)
RISE = f"(?:(?:{_verbs(_RISE, 0)}|spasm|hurt|ache|burn|throb|come back){_RISE_WITH})"
RISES = f"(?:(?:bites|digs|grips|squeezes|clamps|tightens|grabs|climbs|increases|worsens|cramps){_RISE_WITH})"
STAYING = _any(
    "staying|remaining|hanging on|hanging in|holding on|holding out|holding fast|holding tight|clinging on|persisting"
    "|lingering|sitting there|sat there|lodged there|lodged in there|stuck there|stuck in there|stuck|going nowhere"
    "|refusing to (?:go|let go|budge|ease|shift|move|stop|quit)|hanging on in there|camped there"
)
STAYS = _any(
    "stays|remains|persists|lingers|hangs on|holds on|sits there|clings on|refuses to (?:go|let go|budge|ease|shift"
    "|move|stop|quit)|stays put|keeps (?:on )?(?:going|gripping|cramping|coming|pulling|squeezing|holding|twisting"
    "|hurting|clenching|tightening|spasming|twitching)"
)

# --- what it is like -------------------------------------------------------------------------------------------

MILDER = _any(
    f"{changes.MILDER}|slacker|lesser|tamer|kindlier|better|quieter|fainter|shallower|kinder|less (?:bad|painful|sore"
    f"|tight|tense|intense"
    "|sharp|severe|strong|hard|agonising|agonizing|awful|fierce|nasty|pain|cramped|stiff|angry)|more (?:bearable"
    "|manageable|relaxed|tolerable|comfortable)"
)
MEANER = _any(
    "worse|worser|tighter|stronger|sharper|nastier|fiercer|stiffer|meaner|angrier|crueller|crueler|sorer|crampier"
    "|uglier|hotter|more (?:painful|pain|intense|severe|strong|tight|sore|cramped|hard|bad|agonising|fierce|hurting)"
)
"""Comparatives; *harder* and *bigger* only of what gets so."""
SORE = _any(
    "throb|nip|hum|murmur|tug|sore|tender|stiff|achy|aching|bruised|tired|raw|a bit of an ache|an ache|ache|tightness"
    "|niggle|twinge|soreness"
    "|stiffness|tenderness|tingle|tingling|twinges|niggles|bruise|echo|memory|hint|pull|discomfort|tight"
)
"""What a cramp leaves behind."""
HARD = _any(
    "tight|hard|rigid|solid|stiff|sore|cramped|cramping|knotted|locked|clenched|seized|tense|bad|painful|bunched up"
    "|in (?:a )?(?:ball|knot|spasm|lump)|(?:like|hard as) a (?:rock|stone|brick|board)|rock hard|rock solid"
    "|solid as a rock"
)
SOFT = _any("soft|loose|floppy|slack|supple|relaxed|like (?:jelly|butter|putty|dough)|all (?:soft|loose|floppy)")
_TIME = (
    "it|this|that|the|my|i|me|we|you|is|was|were|did|has|had|been|ever|before|earlier|ago|now|when|again|a|an|few"
    "|couple|two|five"
    "|ten|one|minute|minutes|moment|second|seconds|time|first|start|last|night|today|tonight|started|began|woke"
    "|pull|pulled"
    "|pulling|move|moved|moving|stretch|stretched|stretching|push|press|point|hold|held|put|straighten|bend|stand|try"
    "|toe|toes|foot|feet|heel|ankle|knee|thigh|calf|leg|legs|muscle|back|front|side|middle|top|bottom|inside|outside"
    "|shin"
    "|there|here|down|up|of|in|on|to|at|under|and|every|each|all|way|fingers|hand|skin|place|spot|usual|always|then"
    "|more|harder"
    "|worse|tighter|with|from|just|so|stretch|position|place|bit"
)
WHEN = (
    r"(?: (?:(?:than|as|like|since|when|whenever|every|each|with every|under|up to|up into|up|into|in|on|by the|where"
    r"|for me|on me"
    r"|all the|all over|down|right|through|the more|behind|from|around|round|even|more and more|lower|and)"
    rf"(?: (?:{_TIME}))+|(?:since|when|whenever|every time|each time|the more|with every|where) (?:i|you|it"
    rf"|we)(?: \w+){{0,6}}"
    r"|again|now|(?:by|every) (?:the |single )?(?:minute|second|moment|time)|whatever i do|what with \w+ing|i "
    r"tell you"
    r"|for me|on me|lower|of me"
    r"|(?:like|than) (?:an?|the|some)(?: \w+){1,5}|than (?!nothing|anything|something|everything)\w+ing(?: \w+)?"
    r"|like (?:hell|mad|crazy|anything|fire|billy \w+|\w+ing \w+))){0,2}"
)
"""When, where and like what, last in a clause: no other thing than the leg, its hurting and the clock."""
PAINS = _any("smarts|stings|burns|throbs|kills|nips|pinches|stabs|pounds|hurts|stung|burned")
SWINE = _any("swine|bastard|bugger|bitch|beast|devil|sod|blighter|brute|git|monster|rotter|thing|cow|demon")
TORTURES = _any(
    "tearing|ripping|eating|gnawing|stabbing|burning|screaming|crucifying|strangling|wringing|splitting|boring"
    "|drilling"
    "|throbbing|pounding|shredding|stinging|searing|scalding|crying out|killing|murdering|squeezing|crushing|twisting"
)
"""What a pain does to whoever has it, whatever follows."""
BAD = _any(
    "awful|terrible|horrible|dreadful|atrocious|shocking|frightful|ghastly|severe|intense|wicked|cruel|no joke|bad"
)
AGONY = _any(
    "(?:far |much )?too much(?: for me)?|more than i can (?:bear|take|stand)|unbearable|excruciating|agony|pure agony"
    "|sheer agony|torture|horrendous|murder|hellish|killing me|killing"
    "|(?:bloody )?murdering me|savage|brutal|vicious|intolerable|diabolical|beyond a joke|the worst|desperate"
)
DEGREE = (
    "(?:(?:much|far|way|a lot|lots|loads|heaps|tons|miles|a (?:hell|heck) of a lot|a (?:damn|bloody|good|great|whole)"
    " (?:sight|deal|lot)|a (?:little )?bit|a little|somewhat|slightly|even|ever so much|ever so|twice as|ten times"
    "|(?:two|three|ten|a hundred|a thousand) times|so much|that much|more and|quite a bit|quite|very much|any|still"
    "|more(?= better| easier)|noticeably|considerably|definitely|marginally|a touch|a tad|a smidge|rather|really"
    "|so|very|all|pure) )*"
)
CALM = _any("good|well|easy|nice|fast|loud|big|long|old|new|much|many|often|far|soon|high|clear|strong")
"""What is *not as good as it was* is no better."""


def named(said: str) -> str:
    """The same with the cramp and the leg called ``CRAMP`` and ``LEG``."""
    return _NAMED.sub(_token, said)


def _token(found: re.Match[str]) -> str:
    first = next(iter(found["more"].split()), "")
    pointed = found[0].startswith(tuple(f"{each} " for each in _POINTING))
    if not pointed and first not in _VERBS:
        return found[0]
    return CRAMP if found["cramp"] else LEG


_POINTING = ("the", "my", "this", "that", "your", "all the", "all that", "all this", "whatever")
