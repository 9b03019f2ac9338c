"""What is told of the cramp in sayings and pictures: *much of a muchness*, *like someone's twisting a knife in there*.

Regular expressions over one clause, in addition to ``told_patterns.TELLS``; each is built of kinds, as those are.
"""

from stretchcoach.grammar.lexicon import sayings
from stretchcoach.grammar.lexicon.state_words import (
    EASE,
    EASED,
    EASES,
    EASING,
    IT,
    LEAVE,
    LEAVING,
    LEFT,
    MEANER,
    MILDER,
    NOUN,
    OF_IT,
)
from stretchcoach.grammar.states.told_patterns import ASIDE, LEFTOVER, PAST

SLIGHT = "slight"
"""A little that hurts: what is left over, beside what has gone or eases; alone it tells nothing."""
_CHANGE = "(?:change|difference|improvement|relief|progress|movement|benefit|effect)"
_ANY = "(?:any|much|a|the slightest|the least|a blind bit of|one bit of|a bit of|so much as a)(?: real| great| bit of)?"
_TOOL = (
    "(?:vice|vise|knife|knives|poker|screw|screwdriver|needle|needles|claw|claws|teeth|fire|hammer|clamp|pliers|wire"
    "|blade|razor|dagger|sword|drill|nail|nails|saw|axe|skewer|corkscrew|barbed wire|hot iron|wringer|mangle"
    "|rack|fist)"
)
_DOES = (
    "(?:twisting|stabbing|tearing|ripping|sawing|drilling|wringing|squeezing|crushing|biting|gnawing|hammering"
    "|kicking"
    "|burning|cutting|slicing|chewing|strangling|jabbing|screwing|boring|clamping|gripping|wrenching|skewering)"
)
_PICTURE = (
    rf"(?:(?:{OF_IT}|it|that|this) )?(?:is |feels |just |really )+like (?!.*\b(?:not|no|less|was|used|nothing)\b)"
)
_SIGN = (
    "(?:chest pains?|heart attack|stroke|swelling|bleeding|blood|fever|temperature|numbness|redness|injury|fall"
    "|palpitations|dizziness|breathlessness|chest|heart|pins and needles)"
)
SPREADS = (
    rf"{IT}(?: is| has)? (?:going|gone|shooting|shot|moving|moved|creeping|crept|spreading|spread|running|climbing"
    r"|working)(?: right| all the way| its way| it is way)* (?:up|down|into|through|along|across|round)"
    r" (?:zleg|(?:the|my|into|from|past|both) \w+(?: of (?:my|the) \w+)?)(?: now| again| too)*"
)
"""*It's going right up the back of my leg* goes on, and not away."""
IDIOMS: dict[str, tuple[str, ...]] = {
    "same": (
        r"(?:(?:it|that) is |we are |i am )?(?:all |still |exactly |just |pretty )*(?:much of a muchness|six of "
        r"one(?: and"
        r")?(?: half a dozen of the other)?|same old(?: same old| story)?|stuck fast|(?:as|where|how) it (?:was"
        r"|started)"
        r"|(?:back )?where (?:we|i) (?:were|was|started)|(?:back |still )?(?:at|to|on) square one|no further(?: on"
        r"| forward)?|not a sausage|no better off)(?: before| at the start)?",
        rf"(?:i )?(?:can not say|have not|do not|did not)(?: that)?(?: i)?(?: have)?(?: really)? (?:notice"
        rf"|noticed|feel|felt"
        rf"|see|seen) {_ANY} {_CHANGE}(?: \w+ (?:it|there))?",
        rf"(?:{IT} )?(?:does|do) not (?:really )?(?:seem|appear|look) (?:to (?:be |have |be getting |want to )?"
        rf"|any |much )"
        rf"?(?:{EASING}|{EASED}|{EASE}|{LEAVE}|{LEAVING}|{LEFT}|(?:doing|done|do) (?:a thing|anything|much|any "
        rf"good)|work"
        rf"|working|help|helping|helped|shift|shifting|shifted|move|moving|moved|change|changing|changed|budge"
        rf"|budging"
        rf"|any better|{MILDER}|(?:any )?different)(?: at all| yet| for me)*",
        rf"{IT} is not (?:finished|over|done|through)(?: with me)?(?: yet)?",
        r"(?:i|mi|me) (?:can |do )?(?:still )?feel it(?: still| there| down there| in there| in my \w+| now| so)*",
        r"not that (?:it|this|that) (?:is|has)(?: \w+){0,3}",
        rf"(?:but |and )?not (?:any )?(?:{MILDER}|{MEANER})",
        rf"i would not (?:say|call it|go so far as to say)(?: that)?(?: {IT} (?:is|has))?(?: all| quite)? (?:{LEFT}"
        rf"|{MILDER}|finished|fixed|cured)(?: no| exactly| yet)*",
        rf"(?:{IT} is )?(?:literally |exactly |precisely |just )*the (?:exact|very|self) same(?: (?:as|like"
        rf"|with) (?:before|it was|ever))?",
        rf"(?:{IT} (?:is|has) )?still (?:cramping|hanging|clinging|gripping)(?: like| away| on)?",
    ),
    "worse": (
        rf"{_PICTURE}(?:\w+ ){{1,7}}{_TOOL}(?: \w+){{0,5}}",
        rf"{_PICTURE}(?:it is |i am |there is |my \w+ is |they are )?(?:\w+ ){{0,3}}?(?:{_DOES}|being (?:stabbed|torn"
        rf"|ripped|sawn|wrung|squeezed|crushed|bitten|kicked|cut|skewered|knifed))(?: \w+){{0,6}}",
        rf"{IT} is (?:an? )?(?:more|much|too|very) (?:strong|bad|big|hard|much) pain",
        rf"{IT} (?:does|do)(?: still| really| bloody)* hurt(?: (?:a lot|so much|badly|still|now))*",
        rf"{IT} (?:is |has been |still |just )*(?:really|properly|badly|proper|seriously) (?:hurting|hurts|hurt)"
        r"(?: (?:again|now|here|still))*",
        rf"{IT} (?:is |has been |still )*(?:hurting|hurts)(?: (?:again|a lot|so much|loads|quite a lot|badly))+",
        rf"(?:aah |ah |oh )?{IT} (?:has |is )?(?:come|came|coming) (?:right |straight )?back(?: (?:again|now|on"
        rf"|at me))*",
        rf"{IT}(?: is| has|) (?:biting|bit|bites|bitten) (?:me|into me|at me|chunks out of me)",
        rf"{IT} is cramping (?:up )?(?:my|the) (?:whole|entire) \w+",
    ),
    sayings.EASING: (
        r"(?:it is )?(?:definitely |slowly |certainly |really |getting )*(?:improving|mending|on the mend|on the up)",
        rf"it a {EASE}(?: up| off)?(?: likkle| little)*(?: bit)?",
        rf"{IT} {EASES}|it is (?:definitely |really |certainly )?helping(?: (?:a bit|a lot|me|now))*",
    ),
    sayings.UNCLEAR: (
        rf"(?:{IT} is )?(?:sort|kind) of (?:{LEFT}|not|{MILDER})(?: and| but)?(?: (?:sort|kind) of not)?",
    ),
    SLIGHT: (
        r"(?:it is )?(?:still )?(?:a |some )?(?:little |wee |tiny |small )*bit (?:of )?(?:a )?(?:sore|tender"
        r"|achy|stiff"
        r"|bruised|tight|pain|ache|soreness|tenderness)(?: (?:like|as if) (?:an?|it is) \w+| now| there| after)*",
        r"still (?:a |some )?(?:little|small|slight|tiny) (?:sore|tender|pain|ache|soreness)",
    ),
    PAST: (
        rf"(?:for a (?:second|moment|minute) )?i (?:really |honestly )?thought (?:that )?(?:{IT}|we) (?:was|had"
        r"|were)(?: \w+){1,8}",
        r"i (?:really |honestly )?thought (?:it|this|that) (?:never|would never)(?: would)?(?: \w+){0,2}",
    ),
    "gone": (
        rf"(?:{IT} )?(?:is |has )?(?:all )?(?:stopped|quit|ceased|done) (?:hurting|cramping|aching|throbbing"
        rf"|spasming)"
        r"(?: me)?",
        rf"{OF_IT} (?:is|has) finished",
    ),
    LEFTOVER: (rf"(?:there is )?(?:just|only) (?:this|the|one) last (?:bit|{NOUN})(?: that is)?(?: \w+ing on)?",),
    ASIDE: (
        rf"(?:there is |i have |i have got |i am |it is )?(?:no|not|not any|no sign of)(?: having)?(?: an?| "
        rf"any)? {_SIGN}"
        r"(?: or (?:anything|something|owt|nothing)(?: like that)?)?",
        r"(?:it is )?(?:just|only) (?:a |the |my )?(?:leg |calf |old )?(?:cramp|cramps|calf|leg)",
        r"(?:oh )?(?:what )?(?:sweet|blessed|such) (?:blessed )?relief|funny(?: enough| that)?|(?:that|how) is "
        r"(?:funny|odd"
        r"|strange|weird)|calm down|(?:actually )?sorry|(?:quite|rather) a (?:lot|bit)(?: actually)?",
        r"you (?:clever|good|brilliant|lovely|wonderful|beautiful|marvellous|great) (?:little |old |wee |big "
        r")*(?:machine"
        r"|thing|box|gadget|girl|boy|man|woman|lad|lass|computer|robot|coach|phone|creature|one)",
        r"i would rather (?:do|have|give|be|die|go|face|walk)(?: (?!(?:it|is|has|this)\b)\w+){0,6}|yes|yeah|yep",
        r"what (?:have|did|are) you (?:gone and )?(?:done|do|doing)(?: to (?:me|it))?",
        r"i have been at it(?: for)? (?:\w+ )?(?:minutes|minute|ages|hours|hour)(?: now)?",
        r"is (?:this|that|it) (?:right|normal|supposed to (?:help|happen|hurt))|i (?:have )?moved",
    ),
}
"""State, or what else a clause tells -> the clauses that tell it."""
_HOLY = (
    "(?:god|christ|jesus|lord|fuck|shit|hell|bugger|bollocks|damn|heavens|goodness)"
    "|jesus mary and joseph|mother of god|my god|bloody hell|fuck me|god almighty|for (?:god|fuck|christ|pity) "
    "is sake"
)
CRIED = (
    rf"(?:(?:oh|ah|aah|ow|ooh|ouch|sweet|holy|bloody|good|dear|just|man|{_HOLY}) )*(?:{_HOLY}) (?:but |bloody "
    rf")?(?:{IT}"
    r"|my \w+) (?:is |are |feels |does )(?:\w+ly |so |bloody |still |really |right |some |well |that )*"
    r"(?:sore|hurting|hurt|painful|aching|stinging|smarting|nippy)\b"
)
"""*Jesus, that's sore*: an oath before what hurts says how much."""
