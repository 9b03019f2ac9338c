"""The words by which an exercise is known for one: parts of the body, movements, positions, and names in use."""

import re

_BODY = """
    achilles abdomen gluteus wrists abdominal abdominals abs adductor adductors ankle ankles arch arches arm arms
    back belly buttock buttocks calf calves chest chin core elbow elbows face feet finger fingers foot forearm
    forearms forehead gastroc gastrocnemius gluteal gluteals glute glutes groin hamstring hamstrings hand hands head
    heel heels hip hips itb knee knees kneecap leg legs lumbar neck patella patellar pelvic pelvis piriformis
    plantar psoas quad quads quadricep quadriceps rib ribs shin shins shoulder shoulders side sides sole soles
    soleus spine stomach thigh thighs thoracic tibialis toe toes torso trapezius traps triceps biceps trunk tummy
    upper waist wrist abductor abductors flexor flexors extensor extensors fascia rotator cuff lats lat pecs pec ham
    hams iliotibial thumb thumbs fist body wade waden bein beine knie ferse fersen fuß füße hüfte rücken schulter
    nacken arme jaw mouth tongue lips
"""
_MOVES = """
    abduct abduction adduct adduction bend bends bending bounce circle circles circling contract contraction
    contractions cross crossed crosses curl curls dip dips dorsiflexion drop drops exercise eversion evert extend
    extends extension extensions external internal flex flexes flexion flexions floss flossing glide glides hang motion theraband
    hangs hinge hinges hold holds hop hops inversion invert isometric isometrics jog jogging jump jumps kick kicks
    kickback kickbacks lean leans lift lifts lunge lunges lower lowering march marches marching massage mobilisation
    mobilization mobiliser move movement nod nods open opener openers plantarflexion point points press presses pull
    pulls pulldown pump pumps push pushes raise raises raising reach reaches release retraction protraction roll
    rolls rolling rotate rotation rotations row rows run running set sets shift shifts shuffle shuffles side-bend
    sit skip skips skipping slide slides squat squats squeeze squeezes stand stands step steps stretch stretches
    stretching straighten strengthen swing swings tap taps tense tighten tilt tilts touch touches tuck tucks turn
    turns twist twists walk walks walking wave waves write dehnen dehnung heben strecken beugen kreisen lifting
    hug hugs hugging pulling pushing rotating tilting turning twisting pointing reaching leaning clench clenching spread spreading
    scrunch scrunches wiggle wiggles rise rises
"""
_NAMES = r"""
    (?:calf|heel|toe|leg|knee|arm|hip|lateral|front|side)[- ]?rais(?:es?|ing)|stretch(?:es)?|\w*squats?|lunges?
    |(?:side )?planks?|\w*bridges?|bridging|curls?|clams?|clamshells?|clam[- ]shells?|bird[- ]?dogs?|dead[- ]?bugs?
    |superm[ae]n|cat[- ](?:and[- ])?(?:cow|camel|stretch)|cat[/ ]cow|child'?s pose|cobra|pigeon
    |(?:down|up)ward(?:-facing)? dog|downdog|burpees?|jumping jacks?|star jumps?|high knees
    |butt[- ]?(?:kicks?|kickers?)|mountain climbers?|push[- ]?ups?|press[- ]?ups?|sit[- ]?ups?|pull[- ]?ups?
    |chin[- ]?ups?|step[- ]?ups?|step[- ]?downs?|sit[- ]to[- ]stands?|(?:chair|wall)[- ]sits?|(?:chair|wall) squats?
    |crunch(?:es)?|deadlifts?|good mornings?|windmills?|thread the needle|open books?|wind(?:screen|shield) wipers?
    |monster walks?|(?:crab|band|toe|heel|duck)[- ]walk(?:s|ing)?
    |(?:single|double|both)?[- ]?knees? (?:to|towards) (?:the )?chest|knee hugs?
    |figure[- ](?:of[- ])?(?:4|four|8|eight)s?|butterfl(?:y|ies)|frog|world'?s greatest stretch|inchworms?
    |pelvic tilts?|(?:quad|quadriceps|glute|gluteal|hamstring|ab|abdominal|adductor)s? sets?
    |(?:ankle|foot|calf) pumps?|alphabets?|carioca|grapevines?|tandem(?: \w+)?|(?:single|one)[- ]leg(?:ged)? \w+
    |chair (?:rises?|stands?)|shoulder shrugs?|shrugs?|chin tucks?
    |(?:neck|trunk|ankle|hip|shoulder|arm|wrist) (?:rolls?|turns?|rotations?|circles?)|fire hydrants?|donkey kicks?
    |hip hitch(?:es)?|hip hikes?|hip thrusts?|heel[- ]toe \w+
    |towel (?:scrunch(?:es)?|curls?|pulls?|stretch(?:es)?|pick[- ]?ups?)|marble pick[- ]?ups?|pick[- ]?ups?
    |scrunch(?:es)?|(?:foam|ball|can|bottle|foot|frozen \w+) roll(?:s|ing|ing out)?|foam rolling|doming|short foot
    |nordics?|copenhagens?|pallof press|farmer'?s (?:walk|carry)|skaters?|bounds?|hops?|pogos?|skipping|jog(?:ging)?
    |march(?:ing)?|cycling|(?:stationary )?bik(?:e|ing)|swimming|(?:deep |belly |diaphragmatic )?breath(?:ing|s)
    |balanc(?:e|ing)|stance|warrior(?: \w+)?|triangle|chair pose|mountain pose|\w+ pose|sun salutations?|camel|hero
    |lizard|half split|splits?|couch stretch|tree(?: pose)?|rocking|rocks?|flys?|fl(?:y|ies)|rows?|deadlift
    |thrusters?|kettlebell swings?|hurdles?|step[- ]?overs?|side[- ]?steps?|toe[- ]?taps?
    |heel[- ]?(?:drops?|digs?|slides?|dips?|lifts?|flicks?|touches)|tip[- ]?toes?|leg swings?|slides?|isometrics?
    |stepping|pronation|supination|(?:finger|thumb) \w+|long arc \w+|short arc \w+|dorsiflexion|plantar ?flexion|inversion|eversion
    |\w*(?:heben|dehnung|stütz|kniebeugen?|brücke|beuge|kreisen)|planks|wadenheber|hip[- ]flexors?|wide sit|long sit
    |seal|sphinx|swan|scissors?|crossovers?|wipers?|clocks?|arabesque|press|pulls?|reach(?:es)?
    |(?:for|back|side|waist)ward bends?|(?:side|back|waist|forward|backward) bends?|forward folds?|folds?|knee ins
    |bench press(?:es)?|push(?:es)?|(?:chest|hip|heart) openers?|swings?|grabs?|hypers?|(?:back )?hyperextensions?
    |(?:\w+ )?fists?|(?:\w+ )?grips?|(?:towel )?wring(?:s|ing)?|get[- ]?ups?|puls(?:es?|ing)|scoops?|huggers?|walk[- ]?overs?
    |spirals?|buttkicks?|(?:\w-)?skips?|inchworm|roller|sprints?|jacks?|jumps?|touches|walks?|walking|raises|lifts?
    |taps?|rotations?|circles?|shuffles?|steps?|twists?|dips?|openers?|extensions?|abductions?|adductions?
    |(?:leg|knee) (?:press|extensions?)|flutter kicks?|kicks?|toe yoga|toe spreads?|massage|hang|half[- ]kneeling
    |wall (?:slides?|push(?:es)?|angels?|lean)|hundreds?|teaser|quadrupeds?|prone \w+
"""
_STARTS = """
    stand sit lie lay kneel place start fold begin step lean bend lift raise lower pull push straighten slide
    squeeze cross tighten loop put get face point flex roll rotate turn walk march hop jump stretch extend press
    tuck grab grasp reach swing hang balance sitting standing lying kneeling seated facing using with rest assume
    strengthen perform wrap draw circle clench curl dig hug move open rock shift spread tap trace twist write bring
    make interlock weave prop scoot hook slip swivel nod shrug another interlace lace clasp drape drop link tie secure position perch hinge arch round kick keeping keep slowly
    gently while
"""
PLACED = frozenset("stand sit lie lay kneel start begin standing sitting lying kneeling seated assume".split())
"""How nothing begins but an exercise, or the first line of one."""
BODY = frozenset(_BODY.split())
MOVES = frozenset(_MOVES.split())
KNOWN = re.compile(rf"\b(?:{''.join(_NAMES.split(chr(10))).replace('    ', '')})(?![a-z])", re.IGNORECASE)
"""What an exercise is called."""
SECTION = re.compile(
    r"\b(?:exercises|stretches|routines?|programmes?|programs?|phases?|weeks?|days?|warm[- ]?ups?|cool[- ]?downs?|circuits?|workouts?|mobility|flexibility|strength|strengthening(?! \()"
    r"|stretching|conditioning|section|part|level|stage|session|instructions?|introduction|overview|guide|guidelines?|plan|handout|leaflet|sheet|information|advice|tips?|benefits?|why|what|how|when"
    r"|equipment|safety|warning|precautions?|general|progressions?|contents?|contact|about|notes?|movements|moves|training|rehab|rehabilitation|recovery|list|drills|poses|goals?|purpose|video|image"
    r"|übungen|programm|pain|injur(?:y|ies)|arthritis|fasciitis|tendinopathy|surgery|sprain|syndrome|treatment|standing exercise|position|positions|technique|activities|daily|maintenance|examples?)\b",
    re.IGNORECASE,
)
"""Words of what stands over several exercises, or over something else."""
STARTS = frozenset(_STARTS.split())
"""How an exercise begins that has no name."""
SOFT = frozenset("with using while use keep keeping gently slowly rest bring get".split())
"""Words that begin what is said of an exercise as often as one."""
_UNNAMED = re.compile(
    r"\b(?:(?<!quad )(?<!glute )(?<!gluteal )(?<!hamstring )(?<!quadriceps )sets?|reps?|repetitions?|times|seconds?|secs?|minutes?|mins?|daily|is|are|was|were|will|should|must|may|have|has|you|we|i|it(?! band)|they|this|these|that|because|if|when|please|each|every|repeat)\b",
    re.IGNORECASE,
)
"""Words that stand in no name."""
MOVING = re.compile(
    r"\b(?:walk\w*|jog\w*|march\w*|run\w*|(?:bi)?cycl\w*|bik\w*|skip\w*|jump\w*|swing\w*|circles?|circling|row\w*|swim\w*|danc\w*|climb\w*|sprint\w*|hops?|hopping|shuffl\w*|jacks?|knees|kicks?|flicks?|roll\w*|massag\w*"
    r"|breath\w*|alphabet|rub\w*|gehen|laufen|cardio|up and down|back and forth|side to side|dynamic|trace|puls(?:es?|ing)|bounc(?:es?|ing)|stepping|step[- ]?ups?|treadmill|rope|burpees?|climbers?|shak\w*|squats|lunges|curls|taps|crunches|twists|pulls|pushes|presses|pumps|raises|rotations|lifts|slides|shrugs|\w+[- ]ups|knee ins|steps)\b",
    re.IGNORECASE,
)
"""Words of what nobody holds still."""
HELD_NAMES = re.compile(
    r"\b(?:balanc\w*|stands?|stance|tandem|sits?(?![- ]?(?:ups?|to)\b)|pigeon|child|fold|cobra|squeeze|butterfly|couch|figure[- ]?(?:of[- ])?(?:4|four)|dehnen|kneeling|hangs?"
    r"|dog|warrior|triangle|sphinx|seal|frog|splits?|lizard|hero|camel|tree|legs[- ]up|(?:spinal|supine|lying|lumbar|reclin\w+) twist|chest opener|superm[ae]n|bretzel|isometrics?)\b",
    re.IGNORECASE,
)
"""Names of what is held still, without a part of the body."""
OF_ALL = re.compile(
    r"\b(?:each|every|all|any)(?: of)?(?: (?:the|these|your))? (?:stretch(?:es)?|exercises?|poses?|movements?|drills?)\b"
    r"|\b(?:don't|do not|never)\b",
    re.IGNORECASE,
)
"""What no exercise is called: it tells of all of them, or what not to do."""
NUMBERED = re.compile(r"^\W*(?:exercise|stretch|drill)\s*#?\s*\d", re.IGNORECASE)
"""``Exercise 3``."""
SIDED = re.compile(
    r"\b(?:repeat|switch|change|swap|then|same|also|alternate|forget|do (?:it|this))\b[^.;]{0,60}\b(?:other|opposite|second)\s+(?:\w+\s+)?(?:side|leg|foot|arm|knee|ankle|hand(?! to\b)|hip|shoulder|direction|way)"
    r"|\b(?:switch|change|swap|alternat\w+)\s+(?:sides|legs|feet|arms)|\b(?:reverse|change) (?:the )?directions?\b|\b(?:each|per|every)\s+(?:side|leg|foot|arm|ankle|knee|toe|finger|thumb|hand|heel|calf|thigh|hip|shoulder|way|direction)s?\b(?!\s+(?:of (?:the|your|a)|bent|straight|flat|together))"
    r"|\b(?:both|either) (?:sides?|directions?|ways?)\b(?!\s+of)|(?<!standing )(?<!stand )(?<!weight )(?<!up )(?<!overhead )(?<!forward )\b(?:do|on|for|with) both (?:legs|feet|arms)\b(?!\s+(?:bent|straight|flat|together|on))|(?<!behind )(?<!front of )(?<!over )(?<!across )(?<!than )(?<!from )(?<!against )(?<!under )(?<!beside )(?<!around )(?<!towards )(?<!to )(?<!on )(?<!with )(?<!of )(?<!as )\b(?:the|your) (?:other|opposite) (?:side|leg|foot|arm)\s*[.!)]*$"
)
"""Words that tell of two sides, or of two ways."""
TURNED = re.compile(
    r"\b(?:roll|turn|flip)(?:ing)? (?:over|around|round|onto your (?:other|left|right))\b|(?<!the )(?<!your )(?<!each )(?<!to )\b(?:other|opposite) (?:leg|side|foot|arm)\W*$"
)
"""What goes on to the other side without saying so."""
SWALLOWED = re.compile(
    r"\b(?:each|every|per|both|either|other|opposite)\s+(?:\w+\s+)?(?:legs?|sides?|foot|feet|arms?|ankles?|knees?|hips?|directions?|ways?)\b"
)
"""A side within another measure."""
FOR_LATER = re.compile(
    r"^\W*(?:(?:then|and),? )?(?:if|when|once|as (?:you|your|it|this)|progress\w*|to progress|increas\w*|gradually|build\w*|work\w* up|you (?:can|may|could|might) (?:also )?(?:increase|progress|add|build|try)|stop (?!and\b|then\b)|do not|don't|never|avoid"
    r"|after|over time|advanced|harder|to make|make (?:it|this)|for more|no more|not more|easier|modification|regression|see|for (?:a|an) |add\b|aim to (?:build|work|progress)|it (?:may|can|will|should|takes)|you (?:should|will|may) (?:feel|notice|see|start|be)|you (?:are|may be)|the (?:pain|muscle|tendon)|pain|any)"
)
"""How a sentence begins whose numbers are for later, or for some."""


_ANY = frozenset(
    "a the this that main basic first second next last final stretch stretches exercise exercises hold".split()
)
"""Words that make no name by themselves."""


_BESIDE = frozenset(
    "and or of the your front inner outer lower it band muscle muscles standing seated lying kneeling prone supine".split()
)
"""Words beside the parts of the body in a name of nothing else: ``Quads / Front of Thighs``."""


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text.lower().replace("\u2019", "'"))


def is_known(name: str) -> bool:
    """Whether a name has the name of an exercise in it, or a part of the body and what is done with it.

    ``Main stretch`` may be any.
    """
    if set(words(name)) <= _ANY:
        return False
    said = {part for word in words(name) for part in (word, *word.split("-"))}
    return bool(KNOWN.search(name)) or bool(said & BODY and said & MOVES)


def is_part(name: str) -> bool:
    """Whether a name is nothing but parts of the body: ``Calf``, ``Hip flexors``."""
    said = words(name)
    return (
        bool(said)
        and len([word for word in said if word not in _BESIDE]) <= 3
        and all(set(word.split("-")) & (BODY | _BESIDE) for word in said)
        and bool(set(said) & BODY)
    )


def is_named(name: str) -> bool:
    """Whether a name is one, and certainly that of an exercise."""
    return is_known(name) and not has_no_name(name) and not is_section(name)


def has_no_name(name: str) -> bool:
    """Whether it has words that stand in no name: of a measure, or of a sentence."""
    return bool(_UNNAMED.search(name))


def is_section(name: str) -> bool:
    """Whether a name may stand over several exercises, or over none; what is in brackets heads nothing."""
    plain = re.sub(r"\(.*?\)", "", name)
    before, joint, _ = plain.partition(" for ")
    return bool(SECTION.search(before if joint and is_known(before) else plain))


_TITLED = re.compile(r"[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|the|to|and|with|on|in|&))* [A-Z][\w'-]*")
"""Capital letters all the way."""


def is_titled(body: str) -> bool:
    """Whether it is a name though it may begin like an instruction: ``Lying Foot on Knee Stretch``."""
    return bool(_TITLED.fullmatch(body)) and is_named(body)
