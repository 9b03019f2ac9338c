"""What people say of how the cramp is, and the words around it, as data: patterns as in ``sayings.py``."""

STATES = {
    "gone": (
        "gone|gone away|all gone|over|all over|went away|let go|has let go|released|stopped|passed"
        "|right as rain|good as gold|completely away|dead and gone"
        "|disappeared|vanished|okay again|fine again|good again|all right again|relaxed|back to normal"
        "|went|gone off|let go of (me|it|my leg|my calf)|stopped hurting|stopped cramping|loose|loose again|all clear"
        "|painless|healed|sorted|what a relief|cured"
        "|over and done [with]|done and dusted|gone (like magic|in a flash)|fit as a fiddle|[as] good as new"
        "|[a|one] hundred (percent|per cent) (gone|better|fine|okay)|evaporated|scarpered|skedaddled|done one"
        "|left the building"
        "|completely normal [again]|[just] quit on me|[all] cleared up|let go altogether|loose as anything"
        "|out of pain|cleared|ended|worked|that worked|that did it|melted away"
    ),
    "better": (
        "better|much better|a lot better|so much better|far better|way better|lots better|all better|heaps better"
    ),
    "well": "grand|fine|all fine|all good|good|okay|all right|normal|comfortable|free|done|finished",
    "easing": (
        "[a] (slight|small|little|definite) improvement|easing|easing off|easing up|eased|eased off|eased up"
        "|wearing off|going|going away|letting go|fading"
        "|getting better|feeling better|improving|improved|less|less bad|less pain|less painful|less tight|less sore"
        "|calming down|calmed|calmed down|better than (before|it was)|settling|settling down|loosening|loosening up"
        "|loosening off|subsiding|relaxing|softening"
        "|on it is way out|on the mend|lifting|dying down|weaker|getting weaker|fading away|backing off|a bit better"
        "|a little better|slightly better|somewhat better|bit better|bearable|little better|coming off|helping"
        "|that helped|helped"
        "|working|milder|starting to go|starting to ease|starting to let go|nearly there|on the way out|going down"
        "|gone down [quite] [a bit|a little|a lot|some]"
        "|getting there|easier|getting easier|a lot easier|a little easier|a bit easier|loosened|loosened (up|off)"
        "|not [nearly|quite] (as|so|that|too) (bad|painful|sore|tight|hard|tense|strong|intense|sharp|fierce|stiff"
        "|cramped|awful) [any more|as before]"
        "|beginning to go|beginning to ease|beginning to let go|begins to ease|eases|eases off"
    ),
    "same": (
        "pulling|nipping|biting|pinching|tugging|gripped|sitting there|(going|gone) nowhere"
        "|[got] (a hold|hold|a grip) (of|on) me|got me|comes and goes|coming and going|same|the same|unchanged"
        "|no change|no changes|no different|no difference"
        "|no improvement|as before|like before"
        "|as it was|as bad as before|there|here|still there|still here|holding|stuck|stays|cramped|cramped up|cramping"
        "|sore"
        "|tight|hard|tense|as ever|aching|aches|locked|a cramp|cramp|the same as before|same as before|just as bad"
        "|just the same|still got it|have still got it|hanging on|in a knot|exactly the same|pretty much the same"
        "|about the same"
        "|much the same|same thing|[just] as (tight|hard|sore|tense|strong|painful|cramped) as (before|ever|it was)"
        "|rock (hard|solid)|solid"
        "|no (joy|luck)|no better|no worse|in pain|nothing (yet|happens|happened|changes|changed|happening)"
        "|nothing (is|has) (happening|changing|happened|changed)"
    ),
    "worse": (
        "[it is|is] (giving|gives) me (hell|gyp|jip|grief|stick|what for)|"
        "worse|worse now|stronger|tighter|harder|more painful|more pain|back again|came back|come back|has come back"
        "|returned|coming back|getting worse|getting tighter|getting stronger|worsening|sharper|hurting more"
        "|spreading|increasing|tightening|tightening up|tensing|tensing up|locking up|knotting up|clenching"
        "|clenching up"
        "|gripping|stiffening|stiffening up|building up|rising|climbing|going up|gone up|went up|cramping up"
        "|cramping up again"
        "|started again|starting again|much worse"
        "|a lot worse|a bit worse|a little worse|slightly worse|even worse|hurts more|hurts a lot|hurts so much"
        "|seizing up|is back|it is back|back now|has come back again|hurts more than before|hurts like hell"
        "|hurts even more|more intense|more severe|getting more painful|killing me|unbearable|too much|too painful"
        "|on it is way back|(making|made|makes) it [even|much|a lot] worse"
        "|(climbing|moving|going|creeping) up [my|the] leg"
    ),
    "budge": (
        "go away|let go|let up|ease|ease off|ease up|improve|get better|get any better|go|shift|release|change"
        "|changed|budge|disappear|pass|stop hurting|stop cramping|work|relax|loosen|loosen up|calm down|settle"
        "|settle down|[make|making|made]"
        " (a|any|much|the slightest) difference|help|away|shift|shifted|shifting|move|moved|moving|budged|budging"
        "|going anywhere"
        "|different|any different|stop|stopping"
    ),
    "hurts": (
        "hurts|hurt|hurting|paining|pains|painful|agony|in agony|awful|terrible|horrible|bad|so bad|really bad"
        "|excruciating|torture"
        "|intense"
    ),
}
"""How it is; what *budge* names is a state only with a *not*."""
NOT_ALONE = (
    "went|back|good|fine|over|more|hard|normal|less|there|here|stuck|bad|hurt|loose|okay|all right|done|free|going"
    "|holding|same thing|more pain|softer"
)

ABOUT = (
    "it|it is|that|that is|this|this is|this one|the cramp|the pain|the spasm|the knot"
    "|(cramp|spasm|knot|leg|calf|muscle) (is|has|feels|seems)|my leg|my calf|the leg"
    "|(the|my|this|that) [left|right] (cramp|pain|spasm|knot|muscle|leg|calf|foot|thing|ache|stiffness|tension"
    "|tightness)"
    "|the calf|the muscle|my muscle|my foot|everything|all|i|i am|i have|is|was|has|have|has been|had|be|been|feels"
    "|feel|felt|feeling|is feeling|seems|seems to be|looks|got|gets|getting|is getting|has got|has gotten|become"
    "|becoming|am|are|do|does|did|me|them|they|they are|there is|now it|and it|just|to be|to|the|a|an|of it|with it"
    "|like it|as if|its|my|in my leg|in my calf|down there|i think|i believe|think|believe|say|feel like|would"
    "|does seem|seem|even seem|can|going to|luck|sign of it|quite|i can say|i can feel it|i feel it"
    "|i feel|it has|it feels|say it|in there"
)
THAN = "than (before|it was|earlier|last time|just now)|than (a moment|a minute|a second) ago|compared (to|with) before"
"""What is better than that is easing."""
WHEN = (
    "there it goes|if anything|now|again|today|so long"
    "|at all|one bit|in the (least|slightest)|phew|by now|just now|at last|finally|for sure"
    "|at the moment|for the moment|right now|at this (point|moment)|tonight|this time|so far|completely|totally"
    "|entirely|fully"
)
DEGREE = (
    "something (awful|terrible|rotten|fierce|chronic)|slightest|smallest|least|as hell|like hell|like mad|like crazy"
    "|like anything|much|so|so much|really|very|a lot"
    "|lots|quite|pretty|far|way"
    "|all|even|more|just as|about|exactly|too|that much|any"
)
HEDGE = (
    "i guess|i suppose|i would say|i hope so|for now|as far as i can (tell|see)|eh|badly|an inch|one inch|a jot|by much"
)
"""Beside *gone* it is asked again."""
PARTLY = (
    "a (good|great) deal|a bit|a little|a little bit|a tiny bit|a wee bit|a (small|teeny|wee little) bit|(tiny"
    "|teeny|little) bit"
    "|a (touch|tad|smidge|smidgen"
    "|fraction|hair|mite)|starting to|beginning to|slightly|somewhat|rather|fairly|quite a bit|a fair bit|a good bit"
    "|marginally|a shade|almost|just about|more or less|all but|as good as|pretty (much|nearly)|practically"
    "|virtually|(begins|beginning|starts|starting|about) to be|seems|not far off|close to"
    "|nearly|mostly|partly|half|sort of|kind of|bit by bit|slowly"
    "|gradually"
)
ANEW = (
    "cramping|cramped|cramped up|tight|hard|tense|locked|sore|aching|hurts|hurting|hurt|a cramp|cramp|in a knot|there"
    "|here"
)
"""With *again* these have come back."""
ALMOST = (
    "almost [there]|nearly|mostly|not quite|not completely|not entirely|not fully|partly|slightly"
    "|somewhat|a bit|a little"
    "|a tiny bit|a wee bit|bit by bit|little by little"
)
"""Said alone of a cramp, it is easing."""
STILL = "still|yet|keeps|keeps on|always"
NOT = (
    "refuses to|refusing to|fails to|waiting for (it|this|that) to|not|will not|would not|no|never"
    "|no longer|any more|hardly|barely|nothing|without|neither"
    "|none|nor|nowhere|isnt|nah"
)
AFTER_NO = "no|it|still|the|my|that|not|i|this"
"""Before these *no* is an answer by itself."""
AS_EVER = (
    "ever|before|it was|earlier|when it (started|began)|last time|a (minute|moment) ago|always|at (first|the start)"
)
FUTURE = "will|going to be|soon|tomorrow|later|about to"
"""What will be so is not so now."""
DOUBT = (
    "maybe|perhaps|possibly|might|may|could|probably|not sure|hopefully|if|whether|hope|almost sure|i hope|should|would"
)
