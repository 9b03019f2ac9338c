"""The words by which the kinds of lines are told apart."""

import re

_VERBS = """
    stand sit lie keep hold lean bend lift raise lower place put push pull slowly gently repeat return relax breathe look
    feel make try reach grab grasp loop press tighten straighten slide squeeze bring rise turn start begin switch swap do
    perform complete facing lying with using while when allow let take move extend point flex tuck engage draw come go get
    use remember continue then and now from starting place tie secure attach ensure focus avoid lace interlace cross clasp
    rotate kick run walk jog march jump hop touch drop rest pause stay maintain tense clench exhale inhale drive aim spend
    support wrap steady fold weave interlock prop scoot shift spread fasten perch position set on in at balance pick roll write stretch step open close hug wrap bending keeping
    stellen setzen legen beugen strecken halten drücken ziehen heben senken lehnen wechseln verlagern bringen greifen
""".split()
VERBS = frozenset(_VERBS)
"""Words that an instruction begins with."""
NAMED = re.compile(
    r"^(?:step|push|pull|sit|press|chin|lean|get|roll|lift|stand|walk|turn|kick|touch|squeeze|stretch|march|run|jog|hop|jump"
    r"|point|rotate|set|close|open|balance|bend|slide|hug|drop|kick|pick|press|reach|raise|lying|facing|starting)"
    r"(?:(?:-|\s)(?:ups|downs|backs|outs|offs)|-(?:up|down|back|out|off)|(?:-|\s)(?:tucks?|to|throughs?|overs?|ins?|balls?|aways?|kicks?|stretch(?:es)?|raises?"
    r"|jacks?|in place|on the spot|lunges?|squats?|slides?|walks?|march|holds?|knee|hamstring|leg|calf|hip|quad|glute"
    r"|easy|easily|slowly|rope|board|book|chain|backwards?|forwards?|sideways|briskly))\b(?!\s+(?:the|your|a|an|it|this)\b)"
)
"""Names of exercises that begin like an instruction: step-ups, sit to stand."""
CONTINUED = frozenset(
    "repeat return lower then slowly relax release and hold keep switch swap now do perform complete rest alternate alternating "
    "come continue start finish wiederholen".split()
)
"""Words with which nobody begins a new exercise."""
NOTES = re.compile(
    r"^(?:(?:how )?to (?:do|perform|try|practi[sc]e|complete) (?=(?:this|the|a|an|it|these)\b[^.:,]*:\s*$)|for (?=(?:the|this) (?:\w+ )?(?:exercise|stretch)\s*:\s*$)"
    r"|start (?:off |by exercising |exercising )(?:slowly|gradually|gently)\b|start (?:with|at|off with) (?:the |a |an )?(?:least|light\w*|low\w*|small\w*|eas\w+|few\w*|minimal)|beginners?|sounds\b|but (?:after|be)\b|work(?:ing)? to(?:wards)? (?:build|more|increase)|precautions?|options?|if|when|once|as you|as your|to make|make (?:it|this)|to progress|progress(?:ion|ing)?s?|increase|to increase|gradually (?:increase|build|progress|extend|lengthen|add|raise)|(?:then,? |and )?over time|work(?:ing)? up"
    r"|build(?:ing)? up|you(?:'ll|'re| should| may| will| can| might| need| are| must| could)|it(?:'s| is| should| will| may| can)|this|these|the (?:aim|goal|purpose|exercises?"
    r"|stretch(?:es)?|following|number|more)|there|they|stop|don't|do not|never|avoid|caution|warning|careful|important|notes?\b|hints?:|nb\b|tips?\b(?![- ]?toe)"
    r"|remember|try not|try to|make sure|ensure|be (?:careful|sure|aware)|discontinue|consult|ask|contact|tel|telephone|phone|fax|e-?mail|leaflet|reviewed|please|some|most|we|i|i'm|i've|my|although"
    r"|however|for example|benefits?|purpose|why|works\b|muscles?\b|areas?\b|equipment|supplies|indications?|safety|easy does|careful|see\b|good for|great for"
    r"|helps?|improves?|strengthens|challenges|tests|builds|develops|trains|teaches|promotes|increases|reduces|requires|excellent|key points?|upgrade|vary|varying|to vary|extend to|remember|feel free|what|how|that|your (?:body|physio|therapist|doctor|leg should|heel should)|only|always|not|no\b"
    r"|variation|optional|target|main muscles|source|image|video|photo|figure(?![- ]*(?:4|four|8|eight)\b)|fig\b|click|page|www|http|copyright|date|name|physio(?:therapist)?(?= *:)|patient|updated|time required|difficulty|level\b|modifications?|regressions?|challenge|picture|stretches the|targets?\b|best\b"
    r"|a (?:little|light|mild|gentle|good)|mild|any|swelling|pain\b|hinweis|achtung|tipp|vorsicht|wichtig|wenn|falls|nicht|steigerung|here|each set|in case|pain-free|exercises? (?:\d+(?:(?:,| and|-| to|,? &) ?\d+)* )?(?:can|may|should)"
    r"|to challenge|to advance|for (?:a|an|more|extra|added) (?:challenge|intensity)|type\s*:|primary\b|secondary\b|contraindications?|form cues?|common mistakes?"
    r"|add\b|instead|easier|harder|advanced|(?:goals?|aims?|rules?|objectives?|focus|advantages?|muscles? (?:targeted|worked|used|stretched)|target (?:muscles?|areas?)|props)(?=\s*:))\b"
)
"""How a sentence begins that tells something about an exercise and is none: conditions, progressions, warnings."""
LIVE = re.compile(
    r"^(?:if possible(?=,[^.]*,? and hold\b)|once (?:in|you(?:'re| are) in|you (?:feel|reach|get to|have reached|find))|when you (?:feel|reach|get)|when (?:fully |you are |you're )?(?:extended|straight|stretched|raised|lifted|at the top)|this|these|it|the (?:stretch|exercise)s?|please"
    r"|make sure|try to|aim to|each|you (?:should|need to|must)|your goal)\b(?=.*\b(?:hold|held|holding|repeat(?:ed)?|perform(?:ed)?|do|done|complete[d]?)\b)(?!.*\b(?:easy|easier|progress\w*|pain|hurts?)\b)"
)
"""How a sentence begins that looks like a note and may tell how much is done."""
PROSE = re.compile(r"\b(?:is|are|was|can|will|should|may|must|these|this|has|have|we|i)\b")
"""Words of a sentence that tells about exercises and is none."""
TELLS = re.compile(
    r"(?:it|they|we|he|she|their|its|our|this|these|many|most|people|everyone|anyone|a|an|in this|for those|for everyone)\b"
)
"""How a sentence begins that tells about exercises, or about who does them, and is none."""
INTRODUCES = re.compile(
    r"^(?:try|here|use|follow|do|perform|start|continue|begin|incorporate|complete)\b[^.]*\b(?:these|this|following|your|the)\b[^.]*\b(?:exercises|stretches|moves|movements|poses|routine|programme?|workout|day)\b"
)
"""How a sentence begins that introduces a list."""
WARNS = re.compile(
    r"\b(?:stop|don't|do not|never|avoid|caution|warning|careful|not|pain|dizz|discontinue|consult|vorsicht|achtung|nicht)\b"
)
GLOBAL = re.compile(
    r"\b(?:(?:each|every|all|all the|all of the|all of these|following|below|above) (?:drills?|stretch(?:es)?|exercises?|positions?|poses?|moves?|movements?|holds?)"
    r"|(?:the|these|your) (?:stretches|exercises) (?:should|are|must|to be|for)|all of (?:these|them)|each one of (?:these|them)|them all|(?:carry|do|perform|repeat) (?:them|these) (?:out )?(?=\d|up to \d|at least \d|about \d)|everything|hold (?:these|all)|hold(?:ing)? (?:your |the )?stretches|(?:repeat|do|perform)(?:ing)? (?:your |the |these )exercises(?= for\b| \d)|(?:holding|repeating|doing) each"
    r"|(?:do|hold|perform|repeat) (?:each|all)(?: one| of these)?(?= for\b| \d)|(?:of|for) (?:each|every|all)(?: of)?(?: the| these)? (?:movements?|exercises?|stretch(?:es)?|moves?|poses?|drills?|positions?)|of each(?! (?:leg|side|foot|arm))|each of (?:these|the following)|each (?:one )?(?:is|should be))\b"
)
"""A dose for the whole list."""
EVERY = re.compile(
    r"\b(?:each|every|all|all the|all of the|all of these|of these|of the following|following|below|above) (?:exercises?|stretch(?:es)?|drills?|poses?)\b"
    r"|\b(?:these exercises|all of (?:these|them)|them all|(?:carry|do|perform|repeat) (?:them|these) (?:out )?(?=\d|up to \d|at least \d|about \d)|everything|each (?:one )?of (?:these|the following))\b"
)
"""The same where it cannot be one exercise alone: ``each position`` may be of one."""
POSITIONS = re.compile(r"\b(?:positions?|poses?|holds?|movements?)\b")
"""What one exercise may have several of."""
NOTHING = re.compile(r"(?!)")
SEVERAL = re.compile(
    r"\b(?:these|those|all|all the|all of the|both|each of (?:these|those|the above)|each of the) (?:\w+ )?(?:exercises|stretches|movements|positions|poses|moves)\b|\beach of (?:these|those|the above)\b"
    r"|\b(?:repeat|do|perform|complete) (?:all (?:of )?)?(?:the (?:above|previous|last \w+)|both(?! (?:sides?|legs?|feet|arms?|directions?|ways?))|these|those|them)\b"
)
"""What is said of more than one exercise, or of more than one position of one."""
FILL = frozenset(
    """hold holds holding held for the a an this that position positions stretch stretches exercise exercises repeat repeats
    these those steps step movement do perform complete then and relax release about approximately approx up to at least total in
    of with on times time reps rep repetitions sets set each one lasting required x it there slowly return back starting start
    your you can or again more side sides per count counts second seconds end top bottom before finish letting go
    need more between moving both all rest even so if able gently every is should be done as from last minimum maximum min
    dann halten und wiederholen lang position übung dehnung sie diese entspannen auf how often many frequency dose dosage duration
    rounds round circuits circuit through times long aim work go do them everything series whole routine circuit sequence frequently level entire slow controlled
    spread out over recommended try session sessions practise practice must minutes minute day today""".split()
)
"""Words beside a dose that tell nothing of their own."""
LABELS = frozenset(
    "special instructions,teaching point,coaching point,key point,position,step-by-step directions,step-by-step instructions,step by step,procedure,start point,starting position,start position,movement,setup,set-up,set up,instructions,how to,how to do it,action,technique,execution,steps,method,"
    "description,stretch,key points,equipment,repetitions,reps,sets,hold,dose,dosage,frequency,how often,exercise,notes,directions,start,parameters,prescription,teaching points,coaching points,"
    "ausgangsstellung,ausführung".split(",")
)
"""Words above a part of an exercise that are no name."""
COLUMN_LABELS = re.compile(
    r"(?:how )?to (?:do|perform|complete|try) (?:(?:the|this|it|these) ?)?(?:stretch|exercise|movement|pose)?(?: correctly| properly| safely)?"
    r"|(?:performing|doing) the (?:exercise|stretch)|repetition|how you do it|here(?:'s| is) how(?: to do (?:it|this)| you do it)?"
    r"|(?:instructions?|key (?:movements?|points?)|steps?|technique|description|illustration|picture|image|photo|diagram"
    r"|starting position|movement)(?: (?:and )?(?:instructions?|key (?:movements?|points?)|steps?|technique|description"
    r"|illustration|picture|image|photo|diagram|movement))+"
)
"""Such words side by side, as the heads of columns become where a page is copied."""
LABELLED = re.compile(
    r"^(?:start(?:ing)? position|(?:the )?(?:exercise|stretch|move|drill|pose) of the (?:day|week|month)|the (?:stretch|moves?|exercise)|movement|set-?up|instructions?|how to do it|how to|how|action|technique|execution|method|description|repetitions?|schritt \d+"
    r"|ausgangsstellung|ausführung|exercise|dose|dosage|directions?|position|procedure|parameters|prescription|steps?|description|perform(?:ance)?|what to do)\s*:\s*(?=[^\d\s])"
    r"|^step \d+\s*[.:)-]\s*(?=\S)",
    re.IGNORECASE,
)
"""The same before an instruction on one line."""
FIELD = re.compile(
    r"^(?:target\s+)?(?:sets?(?:\s*(?:/|&|and|x)\s*(?:reps?|repetitions?|duration|time))?|reps?(?:\s*(?:/|&|and)\s*(?:sets?|duration|time))?|programming|prescription|volume|repetitions?|repeat|rest|hold|time|duration|dose|dosage|frequency|tempo|how often|how long|how many|wiederholungen|serien|sätze|pausen?|dauer|halten)\s*[:=]"
)
"""A measure with its name before it."""
WHOLE = re.compile(
    r"\b(?:warm[- ]?ups?|cool[- ]?downs?|circuit|main|routine|workout|session|finisher|exercises|stretches|stretching|phase|prep|preparation|block|part|total|programme?|movement prep)\b"
)
"""Words of a heading whose length is that of all that follows."""
PERIOD = re.compile(
    r"^(?:week|phase|day|stage|level|session|monday|tuesday|wednesday|thursday|friday|saturday|sunday|woche|tag|montag)s?\b(?:\s*\d|\s*$|\s*[:(-])"
)
HELD = re.compile(
    r"\b(?:stretch(?:es|ed|ing)?|hold(?:s|ing)?|held|planks?|balanc\w*|one leg(?:ged)? stands?|single[- ]leg stands?|stand(?:ing)? on|wall[- ]sits?|pose|pigeon|child|iso\w*|fold|cobra|static"
    r"|in (?:this|that) position|squeeze|(?:spinal|supine|lying|lumbar|reclin\w+) twist|legs[- ]up|chest opener|tandem|stance|butterfly|couch|figure[- ]?(?:4|four)|dehnung|dehnen|sit\b(?![- ]?(?:to|ups?)\b)|half[- ]kneeling|hang(?:s|ing)?|hamstrings?|quads?|calf|calves|hip flexors?|glutes?|soleus|groin|piriformis|adductors?)\b"
)
"""Words of what is held still."""
MOVED = re.compile(
    r"\b(?:walk\w*|jog\w*|march\w*|run\w*|(?:bi)?cycl\w*|bike|biking|circles?|swings?|skip\w*|jump\w*|jacks?|roll\w*|rotat\w*|knees up|high knees|kicks?|flicks?|shuffl\w*|row\w*|massag\w*|breath\w*|rais(?:es?|ing)|lunges?|squats?"
    r"|pump\w*|puls(?:es?|ing)|bounc(?:es?|ing)|curls?|taps?|(?:step|sit|push|press|pull|chin)[- ]?ups?|swim\w*|dance|climb\w*|rub\w*|trace|alphabet|slides?|writing|movements?|cardio|warm[- ]?up|scrunch\w*|crunch\w*|gehen|laufen|rocks?|hops?|carioca|sprint\w*)\b"
)
"""Words of what moves."""
LATER = re.compile(r"^(?:work|build|progress|increase|gradually|if|when|once|as you)\w*\b")
"""What is for later, or only for some."""
NUMBERED = re.compile(r"^(?:stretch|exercise|übung)\s*(?:#?\d+[a-z]?)?\s*[:.,-]\s*(?=[^\W\d])", re.IGNORECASE)
"""``Stretch: your calves``, ``Exercise 3: bridge``."""
CONTEXT = re.compile(
    r"(?<!, )\bmobility\b(?! *(?:,|$))|\b(?:dynamic|moving|active|up and down|back and forth|side to side|left and right|in and out|forwards? and back(?:wards?)?|repeatedly|vigorously|pulse|bounce)\b"
)
PEOPLE = re.compile(r"\bfor (?:[a-z]+ )?[a-z]+(?:ers|ists|people)\b.*")
"""For whom an exercise is: ``for runners with bunions``."""
GOES = re.compile(
    r"\bcat[- /&]*(?:and )?(?:cow|camel)s?\b"
    r"|\b(?:arm|ankle|hip|neck|wrist|shoulder|knee|leg|head) (?:circles?|rolls?|swings?)\b"
)
"""Names of what moves, though it may be called a stretch."""
GOING = re.compile(
    r"\b(?:walking|walks?|rolling|rolls?|swinging|swings?|rocking|rocks?|circling|circles?|rotating|rotations?|marching"
    r"|puls(?:es?|ing)|bounc(?:es?|ing)|sweeps?|pendulums?|shak(?:es?|ing)|flows?|waves?|wags?|wipers?|windmills?"
    r"|floss(?:es|ing)?|glid(?:es?|ing)|nods?|pumps?|alternating|active|cat|scoops?|reaches|twisting|kicks?)\b"
)
"""Words of what may go on moving in a stretch: ``Walking quad stretch``."""
STILL = re.compile(
    r"\b(?:stretch(?:es)?|hold(?:s|ing)?|planks?|static|pose|balanc\w*|iso\w*|wall[- ]sits?|\w*dehnung|stretching)\b"
)
"""Words that leave no doubt of it."""
PART = (
    r"(?:legs?|feet|foot|knees?|ankles?|heels?|toes?|hands?|arms?|elbows?|wrists?|shoulders?|hips?|thighs?|calf|calves"
    r"|buttocks?|cheeks|fingers?|thumbs?|palms?|fists?|shins?|limbs?|ears?|eyes?|muscles?|blades|knee ?caps?|glutes?|big toes?"
    r"|finger ?tips?|forearms?|soles?|side of|sides of|ends?(?: of)?|edge|pillows?|cushions?|chairs?|towels?|steps?|stairs?|books?|walls?"
    r"|weights?|dumbbells?|kettlebells?|bands?|ropes?|straps?|belts?|balls?|sticks?|bottles?|hips|inch(?:es)?|lines?|points?|blocks?|surfaces?"
    r"|planes?|boots?|shoes?|beds?|floors?|poles?|loops?|cans?|tins?|tables?|worktops?|rolls?|cups?|plates?|rollers?|person|people|joints?"
    r"|sole|forefoot|flat|stirrups?|spots? (?:on|in|under))"
)
"""Parts of the body, and things that an exercise is done with, as far as they are counted."""
