"""What is left of a sentence once its measures are taken out, and may change them all the same.

A number, a unit, a side, *or*, *until*, *every*, *then switch*: where the grammar of ``dose`` did not take such a word,
nobody knows what it does to the measure, so the line is asked about.  What such a word says of the body, of things and
of places (*one leg*, *until it touches the floor*) is harmless, and taken out first.
"""

import re

from stretchcoach.handout import keywords
from stretchcoach.handout.dose import GAP

_ENDS = r"[, ]+(?:slowly |gently |gradually )*(?:relax|release|lower|return|rest|let|come|bring|straighten|go back|move back|stand|stop|ease|drop|transfer|exhale|inhale|breathe|[a-z]+ (?:your|the) [a-z]+ (?:back|downwards?|upwards?|to return|to the start))\b"
"""How a hold or a repetition ends."""
_FAR = r"ft|feet|yards?|yds?|met(?:re|er)s?|km|miles?|steps|paces|strides|lengths"
"""What a way is measured in; beside a count it is a measure."""
_COUNT = (
    r"(?:a (?:couple of|few)|couple of|several|some|one|two|three|four|five|six|seven|eight|nine|ten|both|half(?: an?)?|either"
    r"|each|every|single|double|other|opposite|another|ein|eine|einem|einen|zwei|beide[nrm]?|anderen?|\d{1,3})"
)
_HARMLESS = re.compile(
    rf"\b(?:{_COUNT})\s+(?:of\s+)?(?:your\s+|the\s+|my\s+)?(?:(?!for\b|and\b|or\b|then\b|times\b|sets\b|reps\b|each\b)[a-z-]+\s+){{0,2}}?{keywords.PART}(?![a-z])"
    r"|\b(?:the|this|that|which|no|good|any|same|bad) one\b|\bone (?:another|you|that|which|end|part|hand side|behind)\b|\beach other\b|\bon all fours\b|\ball fours\b"
    r"|\b(?:the )?(?:front|back|top|bottom|upper|lower|rear) one\b|\bhalf an? (?:met(?:re|er)|foot|inch|circle)\b|\bone [a-z]+ in front of the other\b|\bhalf\W{1,3}(?:reclin|kneel|turn|sit)\w*|\bone (?:in front|behind|above|below|on top|over|side|up|down|forward|back)\b|\bthe other (?:in front|behind|above|below|out|straight|bent|forward|back|flat|on the floor)\b"
    rf"|\brepeat(?:ing|ed)?(?: (?:it|(?:this|that|these|the|same|all|whole|entire| )+(?!for\b)(?:[a-z]+ )?(?:exercises?|motions?|movements?|stretch(?:es)?|action|process|position|pose|drill|hold|lift|raise)|this|these|the \w+))?(?: for| in)?\s*(?=[{GAP}])|\bone of (?:the|my|our|these)\b|\bof the (?:day|week|month)\b|\b(?:in front of|behind|over|across|on top of|above|below|under|beside|next to|around|against|past) the other\b|\bone (?:movement|motion|go|piece|step)\b|\bunless (?:otherwise (?:noted|stated|indicated|told)|(?:you(?:'re| are) )?(?:told|advised|instructed) otherwise)\b|\bonce (?:in (?:this |the |that )?position|there|you(?:'re| are) (?:there|in position))\b|\bdouble (?:chin|knot|check)\w*"
    r"|\bat the same time\b|\b(?:each|every|this|that|any|the whole|same|first|next) time\b|\bone (?:long|straight|smooth|continuous|fluid|slow|gentle) \w+\b"
    r"|\b(?:weeks?|days?|months?|sessions?) \d+(?:\s*(?:-|to|and|&|/|,)\s*\d+)*(?=\W*$)"
    r"|\bhalf[- ]?(?:way|kneeling|squats?|kneel|lunge|jacks?|plank|moon|circles?|roll|push-ups?|curl)\b|\bfigure (?:of )?(?:four|eight)\b|\bat one (?:end|side)\b|\bone[- ](?:leg(?:ged)?|arm(?:ed)?|foot(?:ed)?|side)\b|\b(?:single|double)[- ](?:leg(?:ged)?|arm|knee|limb)\b"
    r"|\b(?:second|third|fourth|fifth) (?:toes?|fingers?|ribs?|knuckles?)\b|\b(?:in|on|into|onto) (?:your |the )?lap\b"
    r"|\btak(?:e|ing) (?:a|one) (?:deep |slow |big |long )*breath\b|\b(?:in|out)[- ]breath\b|\ba set of (?:stairs|steps|weights|dumbbells)\b"
    rf"|\bone or (?:two|both) {keywords.PART}|\b(?:two|three) ?(?:-|to) ?(?:two|three|four) (?:inches|feet|metres|meters)\b"
    r"|\b(?:for|to get) (?:the )?best results\b|\bfour ?-?figure\b"
    r"|\b(?:week|day|phase|stage|level|part|step|exercise|stretch) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b(?! times)"
    rf"|(?<={GAP})\s*before (?:repeating|the next (?:rep|repetition|one))\b"
    r"|\b(?:do not|don't|not|never|avoid) hold(?:ing)? your breath\b"
    r"|\bcount(?:ing)? (?:out loud|aloud)\b"
    r"|\bwith (?:each|every) (?:turn|twist|rotation|swing|movement|step)\b"
    r"|\bthe opposite (?:side|end) (?:you|from|to)\b"
    r"|\bone after the other\b(?=[^.;]*\b(?:raise|lower|lift)\b)"
    r"|\b(?:back|return(?:ing)?|come|lower|relax|straighten|up|down|stand|release)\s+(?:(?!do\b|repeat\b)\w+\s+){0,3}again\b"
    r"|\beinmal (?:tief|kurz)\b"
    r"|^\W*(?:the|our|my) (?:first|second|third|fourth|fifth|next|last) (?:\w+ )?(?:stretch|exercise|move) is called\b"
    r"|\bper se\b|\b(?:thirty|forty[- ]five|sixty|ninety)[- ]*degrees?\b"
    r"|\bhold (?:(?:it|this|that|them|there) )?until you feel (?:a|the) (?:\w+ )?(?:stretch|pull|tension)\b"
    r"|\b(?:following|follow) the same (?:steps|instructions|process)\b"
    r"|\b(?:to|by|with|of|on|following) (?:the|your) breath\b"
    rf"|(?<=^repeat )({GAP}+) in total\W*$|^\W*{GAP}+ in total\W*$"
)
_ALWAYS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety|dozen|hundred"
    r"|once|twice|thrice|single time|double|triple|half|quarter|zweimal|dreimal|einmal)\b(?![- ](?:leg|arm|knee))"
    r"|\b(?:seconds?|secs?|minutes?|mins?|hours?|hourly|weekly|daily|nightly|days?|weeks?|months?|sekunden?|minuten?|täglich)\b"
    r"|\b(?:reps?|repetitions?|sets?(?= (?:of|and|x|per))|rounds|round of|circuits?|laps?|cycles|counts?(?: to| of)?|breaths?|wiederholungen|sätze|serien|mal)\b"
    r"|(?<!at )(?<!all )(?<!some)\btimes\b"
    r"|\b(?:switch|switching|swap|swapping|alternate|alternating|alternately|alternates|vice versa|abwechselnd|seitenwechsel)\b"
    r"|\bchange (?:sides?|legs?|feet|arms?|over|direction)\b|\bdirections?\b(?! (?:of|as)\b)|\b(?:the other|opposite|either|both|each) (?:way|ways|direction)\b|\bcounter-?clockwise\b|\banti-?clockwise\b"
    r"|\b(?:do|repeat|perform|stretch|exercise|work|then|same|now|for|again|try)\s+(?:(?:it|this|the same|on|with|for|to|the|your)\s+)*(?:both|each|either|other|opposite|one) (?:legs?|sides?|feet|foot|arms?|ankles?)\b(?! (?:straight|bent|flat|on the floor))"
    r"|\b(?:both|each|every|either|per|other|opposite) (?:side|sides)\b(?! of)|\bthe other(?= *(?:$|[.,;)]))|\bone at a time\b|\bat a time\b|\bfor both\b|\bin turn\b"
    rf"|(?<!step )(?<!step)\d\s*[/,-]\s*(?={GAP})"
    rf"|{GAP}[\s,;]*\+\s*{GAP}"
    r"|\bover (?:about |around )?\d{1,4}\s*(?:m|met(?:re|er)s?|yards?|yds?)\b"
    r"|[<>\u2264\u2265]|\bper\b|\bpro\b|\be\.?a\b\.?|\bamrap\b|\bemom\b|\btabata\b|\bsuperset\b|\bto (?:failure|fatigue)\b"
    r"|\b(?:repeat|hold|continue|carry on|keep going|stay(?: here| there)?|perform|do (?:this|it|these))\b[^.;]{0,40}\b(?:until|till)\b"
    r"|\b(?:do|repeat|perform|start|begin|once|hold|and|then) (?:it |this |the same |all )*again\b(?! (?:slowly )?(?:lower|relax|return))"
    r"|\brepeat(?:ed|ing)?\b(?! (?:the )?(?:motion|movement|smoothly|slowly)\b)|\bwiederholen\b"
    rf"|\bbilat\w*|\bunilat\w*|\bb/l\b|{GAP}\s*(?:b|r|l|ea|bil|alt)\s*(?=$|[,;.)])"
    rf"|(?<!\d)\d+\s*(?:{_FAR})\b(?=[\s,;x]*{GAP})|{GAP}[\s,;x]*(?:of )?\d+\s*(?:{_FAR})\b"
    r"|\b(?:follow|do|repeat) (?:the )?same\b|\bsame (?:instructions|steps|way|thing|again|for|on|with)\b"
)
"""What may belong to a measure wherever it stands."""
_BESIDE = re.compile(
    r"\b(?:or|oder|plus|every|each|another|extra|additional|further|unless|until|till|while you can|instead|between|total|altogether|remaining|first|second|third|last|final|finally|next|except|only|but"
    r"|as many|as long|as much|as often|more than|less than|no more|no longer|longer|shorter|fewer|maximum|minimum|at most|not|don't|never|avoid|without|doesn't"
    r"|increase|increasing|progress|progressing|build|building|work(?:ing)? up|adding|gradually|continue|keep doing|both|either|same|other|again|if|when|depending|optional|optionally|alternative|nicht|ohne|bis)\b"
    rf"|\bfollowed by\b|{GAP}[\s,;:)]*(?:and )?then\b(?!{_ENDS})"
)
"""What may change the measure that stands in the same sentence."""
_QUIET = re.compile(
    rf"\bcontinue (?:this|the|with this) (?:exercise|movement|motion)(?=(?: for)? *{GAP})|"
    r"\bcontinue to (?!hold|repeat|do|perform|stay)[a-z]+\b|"
    r"\b(?:if|when|as) (?:you(?: can| are able| need| feel able| like| wish)|able|possible|needed|necessary|required|comfortable|tolerated|you're able)\b"
    r"|\beven (?:if|when|though)\b[^.;]*|\b(?:but|and|although) you (?:can|may|could) (?:also )?(?:hold|stay|repeat|do|go|keep|continue)\b[^.;]*"
    r"|\b(?:stopping|stop|rest) (?:when|if|before)\b[^.;]*|\bbefore progressing\b"
    r"|\bwithout (?:any |the |your |letting |using |moving |bending |lifting |arching |losing |leaning |bouncing |holding |causing |pushing |twisting |rotating |touching |allowing )*\w+(?: or \w+ing\b)?"
    r"|\b(?:do not|don't|not|never|avoid|no) (?:to )?(?:bounc\w+|rush\w*|forc\w+|jerk\w*|lock\w*|arch\w*|lean\w*|twist\w*|hold(?:ing)? your breath|strain\w*|swing\w*|let\w*|use|allow\w*|cause\w*|painful|pain|overdo|lift\w*|mov\w+|drop\w*|rais\w+|bend\w*|tilt\w*|rotat\w+|round\w*|turn\w*|slump\w*|touch\w*)\b"
    r"|\buntil (?:you(?:'re| are)? (?:can )?(?:feel|reach|get)|you(?:'re| are) (?:standing|upright|in)|your|the|it|they|there|just|slightly|parallel|almost|nearly|fully|straight|a (?:gentle|mild|good|comfortable|light|slight|stretch))\b(?! (?:pain|stretch|feeling) (?:eases|stops|goes|fades))"
    rf"|(?<={GAP})[\s,(]*(?:(?:as )?(?:a |the )?(?:bare )?minimum|or (?:longer|more)|and (?:longer|more)|at (?:a minimum|least))\b(?:,? if [^.;,{GAP}]*)?"
    rf"|(?<={GAP})\s*,\s*(?:\w+ly )?(?!alternat|switch|chang|swapp|repeat|increas|build|work|progress|add|do|tak|rest|hold|start|us)[a-z]+ing\b[^.;,{GAP}]*(?=$|[.;])"
    rf"|(?<=, )(?:[a-z-]+ ){{1,3}}?,? ?or (?:an? |the |your )?(?!more|less|until|till|as|each|both|either|every|other|longer|hold|do|repeat|to)[a-z-]+(?: [a-z-]+)?(?=$|[.;,)])"
    r"|\bor (?:so|thereabouts|wall|chair|towel|band|strap|belt|floor|bed|sofa|mat|table|counter(?:top)?|sturdy|firm|stable|flat|standing|sitting|seated|lying|similar|something|more comfortable)\b"
    r"|\bor as (?:instructed|advised|directed|prescribed|told|able|comfortable|tolerated)\b|\bbut (?:not|no) (?:painful|pain)\b|\b(?:but|and) (?:keep|don't|do not|make sure)\b|\bagainst each other\b"
    r"|\b(?:the |your |an? )?(?!each (?:position|level|height|step|stair|floor)\b)(?:top|bottom|end|last|first|second|other|same|opposite|both|either|next|each) (?:hand|leg|foot|knee|arm|toe|heel|hip|elbow|shoulder|ankle|rib|level|height|position|floor|step|stair|finger|thigh|muscles?|feet|legs|knees|hands|arms|heels|toes|hips)\b"
    r"|\bbetween (?:(?:your|the|both|each|two) )?(?:legs?|knees?|feet|ankles?|thighs?|hands?|toes?|shoulder blades|shoulders|arms|fingers?|heels?)\b|\bonly (?:as|to|go|move|the|your|half)\b|\bas (?:far|high|low|much|long|close|straight) as (?:you can|possible|comfortable|comfortably possible|is comfortable|able)\b"
)
"""What says how a movement goes, and how long it goes is another matter."""
_BEFORE = re.compile(r"\b(?:or|both|other|same|between|until|till|again|without)\b")
"""What tells of the movement where it stands in an earlier part of a sentence than the measure."""


def residue(left: str, dosed: bool) -> str:
    """The first words that may change a measure and were not understood; empty where there are none.

    ``left``: a sentence in lower case with gaps where its measures were.  ``dosed``: whether it had any.
    """
    plain = _HARMLESS.sub(_blank, left)
    found = [_ALWAYS.search(plain)]
    if dosed:
        before = max(plain.rfind(sign, 0, plain.find(GAP)) for sign in ",;:") + 1
        quiet = _BEFORE.sub(_blank, plain[:before]) + plain[before:]
        found.append(_BESIDE.search(_QUIET.sub(_blank, quiet)))
    first = min((each for each in found if each), key=lambda each: each.start(), default=None)
    return _around(left, first) if first else ""


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _around(left: str, found: re.Match[str]) -> str:
    """The word with its neighbours, up to the next measure."""
    before = re.split(rf"[{GAP}.,;:(]", left[: found.start()])[-1].split()
    after = re.split(rf"[{GAP}.,;:)]", left[found.end() :])[0].split()
    return " ".join([*before[-2:], found[0].strip(f" ,;:){GAP}"), *after[:3]])
