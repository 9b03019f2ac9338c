"""What one clause tells of the cramp, as regular expressions over it, built of the classes of ``state_words``.

In them the cramp and the leg stand as ``CRAMP`` and ``LEG``, whatever they were called; see ``told_clauses``.
"""

from stretchcoach.grammar.lexicon import sayings, wordings
from stretchcoach.grammar.lexicon.state_words import (
    AGONY,
    BAD,
    CALM,
    CRAMP,
    DEGREE,
    EASE,
    EASED,
    EASES,
    EASING,
    HARD,
    IT,
    LEAVE,
    LEAVING,
    LEFT,
    MEANER,
    MILDER,
    NOUN,
    OF_IT,
    PAINS,
    PASSED,
    RISE,
    RISEN,
    RISES,
    RISING,
    SOFT,
    SORE,
    STAYING,
    STAYS,
    SWINE,
    THING,
    TORTURES,
)

ASIDE, PAST, ABSENT, LEFTOVER = "aside", "past", "absent", "left over"
ELLIPTIC, HOPED, TAG, NAY, QUERY = "elliptic", "hoped", "tag", "nay", "query"
"""What a clause tells besides a state: nothing, what was once, that nothing is felt, what is left, *it hasn't*, a"
" hope."""
_BE = "(?: (?:is|are|has|have|feels|has been|is all|has all|looks))"
_I_FEEL = "(?:i can (?:really )?feel |i feel |i think |i believe |i reckon |i would say |it feels like |feels like )?"
_NO = (
    r"(?:no|bugger all|sod all|naff all|fuck all|damn all"
    r"|not (?:a|any|one|the|even a|so much as a)|zero|hardly (?:a|any)|never a)"
)
NUMBER = rf"(?:an? )?(?:(?:{'|'.join(wordings.NUMBERS)})|\d+)"
_SHARE = (
    r"(?:(?:about|maybe|roughly|around|some|over|nearly|almost|more than|say|another|good) )*"
    r"(?:half|a third|two thirds|three quarters|a quarter|most|the most|the worst|the best part|the (?:top|bottom|first"
    r"|outer|upper|lower|other) (?:half|part|bit)|part|a good (?:bit|part)|(?:nearly|almost) (?:all|everything)"
    r"|(?:\d+|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: (?:five|nine|two|eight))?(?: per ?cent"
    rf"| percent)?)(?: of (?:it|{CRAMP}))?"
)
_NO_NEWS = rf"(?! (?:and|but|so|now|then|because|(?:it|{OF_IT}) (?:is|has|does|will|keeps|hurts|makes|feels))\b)"
"""What was once is told up to a word with which something else begins."""
TELLS: dict[str, tuple[str, ...]] = {
    HOPED: (
        rf"(?:you (?:said|told me|promised)|i (?:hoped|was hoping|expected|thought (?=(?:that )?(?:it|this|that"
        rf"|the \w+) would )|keep (?:waiting for|hoping|thinking|waiting)|am waiting for|wish|would love to (?:say"
        rf"|tell you)"
        rf"|would like to (?:say|tell you)|wanted))(?: that)? (?:{IT} )?(?:would|will|is|was|has|had|were|should"
        rf"|to)(?: have"
        rf"| be| been)? (?:{LEFT}|{LEAVE}|{EASE}|{EASING}|{LEAVING}|{MILDER}|help|work|fine|okay)(?: by now| soon)?",
        rf"(?:i doubt|i doubt if|i wish) {IT} (?:is|has|were|was|would|had)(?: be| have| been)? (?:{LEFT}|{MILDER})",
        rf"{IT} (?:ought to|should)(?: be| have)?(?: {LEFT}| {LEAVE})(?: by now)?",
    ),
    sayings.UNCLEAR: (
        rf"(?:i )?(?:am )?(?:not sure|can not (?:tell|say)|could not (?:tell|say)|do not know|not know|hard to (?:say"
        rf"|tell)|difficult to"
        rf" (?:say|tell))(?: if| whether) {IT}{_BE}(?: \w+)? (?:{LEFT}|{MILDER}|{MEANER}|{EASING}|the same)(?: or .*)?",
        rf"(?:is|has) {IT} (?:{LEFT}|{EASED})(?: i (?:do not|can not) (?:know|tell|say))?|she (?:is|has) (?:{LEFT}"
        rf"|right|sweet|apples)|or (?:is|has) it|or not|or maybe not|it comes and goes|(?:maybe|might|could) be"
        rf"|(?:maybe|could|might|may)(?: be| have| has| well have)*(?: been)? {LEFT}|(?:maybe|could|might|may) not"
        rf"|is it {LEFT} or not|or nearly|or almost"
        r"|sometimes it is (?:there|gone|better|worse)|sometimes it is not|i (?:would|could) not (?:like|care"
        r"|want) to say"
        r"(?: just)?(?: yet)?",
    ),
    "worse": (
        rf"(?:{IT} )?{PAINS} (?:like \w+(?: \w+)?|so much|so bad|terribly|badly)|(?:it|that|this"
        rf"|{OF_IT})(?: really)? (?!hurts){PAINS}",
        rf"{IT}(?: is| has| has gone| is gone| gone| went)? up to (?:about )?{NUMBER}",
        rf"{_I_FEEL}{IT} (?:is )?(?:starting|beginning|begun|started|starts|begins|about) to {RISE}(?: (?:again|up"
        rf"|on me))*",
        rf"(?:{IT}(?: is| feels| has got| is got)? )?{DEGREE}(?:harder|bigger|deeper|stiffer) than (?:it was|before"
        rf"|ever)(?: before)?(?: and {MEANER})?(?: too)?",
        rf"(?:{OF_IT}|it)(?: is| feels)? like it is (?:being )?(?:torn|ripped|squeezed|crushed|stabbed|twisted|split"
        rf"|wrung|going to (?:snap|burst|explode|tear|break))(?: \w+){{0,4}}",
        r"i am (?:nearly |almost |practically |actually )?(?:crying|screaming|weeping|in tears|climbing the walls"
        r"|sweating)(?: with (?:it|the pain|zcramp)| here| buckets)*",
        rf"(?:getting|growing|becoming|feels|feeling|gets) {DEGREE}{MEANER}(?: and {MEANER})?",
        rf"{_I_FEEL}{IT}(?: is| are| keeps| keeps on)? {RISING}|(?:e|{IT}) dey (?:pain|hurt"
        rf"|worse)(?: me)?(?: well well| more more| die)?",
        rf"{_I_FEEL}{IT}(?: has| is) {RISEN}|{IT} (?:really )?{RISES}",
        rf"(?:{IT}(?: is| gets| feels| grows| is getting| getting| has got| is got| has gotten| is become| is becoming"
        rf"| comes| got"
        rf"| hurts| becomes| has become| seems| is growing) )?{DEGREE}{MEANER}(?: and {MEANER})?",
        rf"(?:{OF_IT}|it) (?:is getting|getting|gets|has got|grows|is growing) {DEGREE}(?:harder|bigger|deeper"
        rf"|stiffer)",
        rf"{IT}(?: has| is) (?:gone|going) from bad to worse",
        rf"(?:(?:{IT}|you|this \w+ing|the stretch|you are)(?: is| has| are| have)? )?(?:makes?|making|made|gives?"
        rf"|giving|causing|causes)"
        rf" (?:it |me |{CRAMP} |zleg )?{DEGREE}(?:worse|more pain|more painful|tighter|more cramp)",
        rf"{IT}(?: has| is)?(?: come| came| coming) back (?:twice|ten times|three times) as (?:bad|hard|strong)",
        rf"{IT}(?: has| is)?(?: come| came| coming|) back (?:with a vengeance|{DEGREE}{MEANER}|harder|{DEGREE}bad)",
        rf"(?:{IT}{_BE} )?{DEGREE}{AGONY}",
        rf"{IT} (?:hurts|is hurting|hurting) (?:{DEGREE}(?:more|too much|badly|bad)|like \w+(?: \w+)?)(?: now"
        rf"| and more)?",
        rf"(?:{OF_IT}|it) (?:is |keeps |feels like it is )?{TORTURES}(?: \w+){{0,7}}|{OF_IT}{_BE} {DEGREE}{BAD}",
        rf"(?:it|that|this) kills|(?:aggravating|irritating|worsening) (?:it|{CRAMP})|(?:e|{IT}) don (?:increase"
        rf"|worse|start again|tight)(?: o| well well)?",
        rf"hurting {DEGREE}more|(?:oh )?(?:the|such|this) pain",
        r"i am in (?:a lot of|so much|terrible|awful|such|real|serious|dreadful|more|bad|agonising|horrible"
        r"|a world of) (?:pain|agony)",
        rf"i can not (?:stand|bear|take|cope with|tolerate) (?:it|this|{CRAMP})(?: any more| any longer| much longer)?",
        rf"(?:{OF_IT}|it)(?: is| feels)? like (?:somebody|someone|something|a|an|the)(?: \w+){{0,6}}"
        r" (?:vice|vise|knife|knives|poker|screw|screwdriver|needle|needles|claw|claws|teeth|fire|hammer|clamp|pliers"
        r"|wire)(?: in (?:there|it|my \w+))?",
        rf"{IT}(?: is| has)? (?:shot|gone|jumped|climbing|going|shooting|moving|creeping|spreading|spread)"
        rf" up (?:my|the|into|to|from|past|through)\b",
    ),
    "same": (
        r"nothing (?:you have|i have|you|i) (?:said|told me|done|tried|do|say|try)(?: is| has)? (?:helped|helping"
        r"|helps|worked|working|works|changed|changes|making|made) ?(?:it|anything|any difference)?",
        rf"(?:{IT} is |{IT} feels )?(?:every bit|just|still|exactly|about) as {HARD}",
        rf"(?:{IT} |it is |it has )?still (?:got|has|have|having) me(?: \w+){{0,4}}|(?:{IT} )?(?:is |has )?(?:got"
        rf"|has) me (?:in|by) (?:its|the|it is)(?: \w+){{1,3}}",
        rf"(?:{IT} (?:still |just )*(?:is|has|does|did|will|would|can|do)|(?:still |just )*(?:is|has|does"
        rf"|will)) not (?:been )?(?:{LEAVE}|{LEFT}|{EASE}|{EASED}|{EASING}|{LEAVING}"
        r"|budge|budging|budged|shift|shifting|shifted|move|moving|moved|change|changing|changed|help|helping|helped"
        r"|work|working|worked|let up|letting up|any better|better|getting (?:any )?better|doing (?:a thing|anything"
        r"|much|any good|nothing)|done (?:a thing|anything|any good)|do (?:a thing|anything|any good)"
        r"|(?:made|make|making) (?:a|any|much|the slightest|a blind bit of|the slightest bit of|one bit of|a bit of)"
        rf" ?(?:difference|change|odds)|happening|any different|going anywhere|worse|let me be)(?: yet| any"
        rf"| one (?:bit|inch)| an inch| a bit| at all| either)?",
        rf"(?:(?:{IT} )?(?:is|makes|made|has made|making|has been|feel|there is|i have(?: had)?|i feel|i see) )?{_NO}"
        r"(?: blind| slightest| real| great| big| bit of| single)* (?:change|difference|improvement|relief|joy|luck"
        r"|progress"
        r"|shift|movement|effect|odds|better|let up)(?: to it| in it| yet| at all| with it| for me| in the \w+"
        r"| in {CRAMP}| whatever)*",
        r"i can not (?:feel|see|notice) (?:any|a|much)(?: real| bit of)? (?:change|difference|improvement|relief)",
        rf"{_NO} bit of (?:difference|change|improvement|it)",
        rf"{IT}(?: is)? doing (?:nothing|sod all|bugger all|naff all|damn all|no good)(?: for (?:me|it)| at all)*",
        rf"nothing (?:changes|happens|moves|helps|works|shifts)|(?:{IT} (?:is|hurts) )?still as (?:{HARD}"
        rf"|much)(?: as \w+){{0,1}}",
        rf"i can not (?:say|see)(?: that)? {IT} (?:is|has|does)(?: been)? (?:done any good|helped|changed|eased"
        rf"|shifted|any (?:better|different)|{MILDER})",
        rf"{_I_FEEL}(?:(?:{IT}|the (?:bottom|top|rest|other half|middle|inside|outside)) )?(?:is |has "
        rf"|feels )?still (?:{DEGREE}{HARD}|there|here|with me|has me|got me|going strong|at it|at me|{STAYING}"
        rf"|the same|(?:got|has) (?:a )?(?:hold|grip)(?: of me)?|not (?:{LEFT}|{LEAVING}|{EASED}|{MILDER}|shifted"
        rf"|budged))(?: and \w+)?",
        rf"{_I_FEEL}(?:{OF_IT}|it)(?: is| are) {STAYING}|(?:{OF_IT}|it) {STAYS}",
        rf"{IT}(?: is| feels)? (?:equal|(?:exactly |precisely |just |right )?(?:the same|where it (?:was|started"
        rf"|is)))|no (?:away|gone) yet",
        r"(?:is )?(?:equal|the same|same)(?: (?:as|like|with) (?:before|it was|at (?:first|the start)))?(?: only)?"
        r"|ditto",
        rf"{IT}(?: is| feels)? (?:as|every bit as|just as|about as) (?:\w+) as (?:ever|before|it (?:ever )?was"
        rf"|when (?:it|we|i|you) \w+|always)(?: \w+){{0,2}}",
        r"(?:not|no|neither) (?:more|better|worse|less)(?: (?:and|nor|or))? (?:not |no |nor )?(?:more|better|worse"
        r"|less)",
        r"not (?:more|less|worse|better)|nothing (?:is|has) (?:happening|changing|changed|happened|moving"
        r"|shifting)(?: at all)?",
        rf"(?:{IT} is |it )?(?:is )?(?:now )?back (?:just )?(?:like|as|to what|the way) (?:before|it was)(?: before)?",
        rf"(?:{IT} is )?not (?:what|something) (?:i|you) would (?:exactly )?call (?:{LEFT}|{MILDER})|not (?:gone"
        rf"|better|going)(?: not)? by a long (?:chalk|way|shot)|{IT} is not (?:what|something) i would call (?:{LEFT}"
        rf"|{MILDER})",
    ),
    sayings.EASING: (
        r"(?:(?:there is |i have |i feel )?(?:some|a bit of|a little|a little bit of|a touch of|definite) (?:relief"
        r"|improvement))(?: now| at last)?",
        rf"(?:getting|growing|becoming|feels|feeling|gets) {DEGREE}{MILDER}(?: and {MILDER})?",
        rf"(?:{IT} is )?not (?:too|so|that) (?:bad|sore|tight|painful)|{IT} is (?:nowhere near"
        rf"|nothing like) what it was",
        rf"{IT}(?: has| is)?(?: taken| taking| took| takes) the (?:edge|sting|worst|heat|bite) (?:off"
        rf"|out)(?: of)?(?: (?:it|{CRAMP}))?",
        rf"(?:{IT} is )?not (?:near|nearly|quite|half|anywhere near|anything like) (?:as|so) {HARD}",
        rf"{_I_FEEL}(?:{IT} )?(?:(?:is|are|has|seems to be|keeps) )?(?:(?:starting|beginning|begun|started|starts"
        rf"|begins) to (?:{EASE}|{LEAVE})|{EASING}|{EASES})",
        rf"(?:e|{IT}) (?:don )?dey (?:come down|go down|reduce|go|ease)(?: small)*",
        rf"{_I_FEEL}{IT}(?: is| are| has started)? {LEAVING}|{_I_FEEL}{IT} (?:has |have |is )?{EASED}(?: right"
        rf"| clean)?(?: off| up)?"
        rf"|(?:it is )?{LEAVING}(?: (?:slowly|gradually|nicely|bit by bit|little by little))+|coming (?:loose|undone)",
        rf"{_I_FEEL}(?:{IT}(?: is| gets| feels| getting| is getting| has got| has gotten| is become| has become"
        rf"| seems| hurts| becomes| is becoming) )?{DEGREE}{MILDER}(?: and {MILDER})?",
        rf"(?:{IT} )?(?:is |hurts |feels )?(?:not (?:nearly|quite|half|anything like)?|nothing like"
        rf"|nowhere near) ?(?:as|so) (?!{CALM}\b)\w+(?: now)? (?:as|like) (?:it was|before|earlier|at first"
        rf"|a (?:moment|minute) ago|when it started|that|it did)",
        rf"(?:{IT} is |there is |it has |has )?{_SHARE}(?: (?:is|has|have|has all))?(?: let)? (?:{LEFT}|go|eased"
        rf"|lifted|better)(?: of me)?",
        rf"(?:{IT} is |there is )?{_SHARE}(?: is| has been)? (?:left|remaining|remains)",
        rf"(?:{IT} )?(?:is |has )?(?:gone |come |coming |going |dropped |dropping |came |went "
        rf"|got )?down (?:a (?:notch|bit|peg|little)|to (?:a|an|just|about)(?: \w+){{0,3}})",
        rf"{IT}(?: has| is)?(?: taken| taking| took| takes) the edge off(?: it| a bit| {CRAMP})?"
        rf"|the worst(?: of it)?(?: is| has)? (?:over|past|passed|gone|away|behind me)",
        rf"(?:{IT} is )?(?:more of|down to|no more than|only|just|nothing but) (?:a|an) (?:\w+ )?{SORE}"
        rf"|{IT} is (?:only |just )?(?:a )?shadow of (?:what it was|itself|its former self)",
        r"(?:we are|it is|i am) getting (?:there|somewhere)|i can (?:nearly |almost |just about |just )?(?:bear"
        r"|stand|manage|take|tolerate) it(?: now)?",
        rf"{IT} is not (?:{LEFT}|all gone) but (?:it is )?{DEGREE}(?:{MILDER}|{EASING})",
        rf"(?:{IT} is |it has )?not (?:quite|entirely|completely|fully|totally|all|altogether|really quite) (?:{LEFT}"
        rf"|there)(?: yet)?",
        rf"(?:{IT} is |that is )?(?:nearly|almost|just about|practically|mostly) (?:all )?(?:{LEFT}|there)"
        rf"|almost almost gone",
    ),
    LEFTOVER: (
        rf"(?:there is |it is |i have )?(?:(?:only|just|still) )+(?:(?:a|an|the|some|this|very|little|bit|of|dull"
        rf"|slight|small|tiny|touch|tad|mild|last|few|faint|slightly|got) )*{SORE}"
        rf"(?: of (?:it|a \w+|\w+))?(?: (?:left|remaining|there|in it|in there|where it was|where (?:the \w+"
        rf"|{CRAMP}) was|after it|afterwards|behind|in the \w+))*",
        rf"(?:there is |only |just )*(?:a (?:little |tiny |small |wee )*bit|some of it|a trace|a touch"
        rf"|something)(?: of (?:it|the \w+))? (?:left|remaining|to go|there)(?: yet)?|(?:there is )?(?:(?:only"
        rf"|just) )*(?:a|this|the|one|some)(?: (?:last|little|tiny|small|wee|dull|slight|mild|faint|bit of|a|of"
        rf"|touch of))+ ?(?:{SORE}|bit|{NOUN})(?: of (?:it|a \w+|\w+))?"
        rf" (?:that is )?(?:left|remaining|hanging on|to go|where it was)(?: in it)?|(?:it is )?(?:a (?:little"
        rf"|bit) )?{SORE} where (?:it|the \w+|{CRAMP}) was",
    ),
    ABSENT: (
        rf"(?:there is |i have |i have got |with )?(?:(?:{_NO}|nothing)(?: more| longer| trace of| sign of"
        rf"| such)* (?:{NOUN}|trace|twinge|thing|sign)|nothing (?=left|there|any more|in|to feel|here))(?: of (?:it"
        rf"|the \w+))?(?: ?(?:left|there|any more|in it|here|of it|at all|in there|in my (?:leg|calf)|to feel))*",
        rf"(?:i )?(?:can|do|am) not (?:feel|feeling|have|having) (?:it|{CRAMP}|any(?:thing| {NOUN}| of it)|a thing"
        rf"|a {NOUN}|nothing)(?: (?:any more|any mair|no more|at all|there))*",
        rf"(?:{IT} )?(?:is|does) (?:not|no longer) (?:hurt|hurting|there|sore|painful|cramping)(?: (?:any more"
        rf"|no more|at all|there))*",
    ),
    ELLIPTIC: (
        r"(?:it|that) (?:just |still |really )*(?:has|is|does|did|will|would) not|is not|has not|does not|did not",
    ),
    PAST: (
        rf"(?:{IT} )?(?:was|had|were|did)\b(?:{_NO_NEWS} \w+){{1,6}}|i was(?:{_NO_NEWS} \w+){{1,6}}|{IT} (?:went|eased"
        rf"|stopped|let go)(?: off)? (?:for|a|earlier|briefly)(?:{_NO_NEWS} \w+){{0,3}}"
        rf"|it used to(?:{_NO_NEWS} \w+){{1,4}}",
    ),
    "gone": (
        rf"i am (?:free of|out of|rid of|shot of) (?:all )?(?:pain|it|{CRAMP})|i am pain free",
        rf"(?:{IT}|{THING})(?: is| has| have| are)?(?: all| clean| right| done)* {LEFT}",
        rf"(?:{THING}|{OF_IT})(?: is| has| have| are)?(?: all| clean| right| just)* {PASSED}(?: (?:from|out of) (?:it"
        rf"|me|my leg))?",
        r"is (?:finished|gone|over|away)(?: only)?|(?:all |clean |right )?(?:gone|vanished|disappeared"
        r"|dissolved)(?: altogether| away| for good)?|all of it",
        r"that is (?:the last of it(?: gone)?|it (?:away|gone|off))",
        rf"zleg(?: is| has gone| is gone| feels| went| has)?(?: all)? {SOFT}(?: (?:again|now|as \w+))*",
        rf"{IT} is (?:finished|done|soft|loose|dead and gone|sorted)(?: again)?|{OF_IT} is (?:finished|done|sorted"
        rf"|cured)",
        rf"(?:e|{IT}) don (?:go|comot|finish|stop)(?: finish| patapata)?",
    ),
    NAY: (
        r"(?:hold on|wait|hang on)|(?:oh |hold on |wait |hang on |but |well )*(?:no|nah)(?: wait| hold on| hang on"
        r"| no)*",
    ),
    QUERY: (
        r"who knows|(?:i )?(?:really |just )?do not know|(?:i am )?not (?:so |too |very |really |entirely )?(?:certain"
        r"|sure)|(?:i )?can not (?:tell|say)(?: yet)?|i could not (?:tell|say)"
        r"|hard to (?:say|tell)|not yet|perhaps|maybe(?: not)?|i do not think so",
    ),
    TAG: (r"(?:is|has|does|did|was) (?:it|that) not|(?:is|has|does|did|was) (?:not )?(?:it|that)|innit|right",),
    ASIDE: (
        rf"(?:the|you|that|what an?|absolute) (?:\w+ )?{SWINE}|nothing worse|(?:well |oh )*(?:that|this"
        rf"|it) is (?:nice|lovely|bliss|heaven|the stuff|more like it|grand|a relief|some relief|such a relief"
        rf"|a mercy)",
        r"(?:that|it) (?:has|is) (?:shifted|sorted|done|fixed|cured|cracked) it|(?:whatever|what"
        r"|all) you (?:have )?(?:told|said|say|tell|are telling|did|do)(?: me)?(?: to do)?|(?:please )?do something"
        r"|what to do",
        r"(?:oh )?you (?:beauty|star|angel|legend|wonder|gem|hero|genius|good thing|little \w+)|(?:god )?bless (?:you"
        r"|your heart)",
        r"(?:oh )?(?:thanks?|praise|glory)(?: (?:be|to|god|heavens?|christ|the lord|jesus|goodness|you|all the saints"
        r"|merciful hour|fuck|be))*(?: (?:very|so) much)?(?: for (?:that|this|small mercies|your help))?",
        r"(?:well )?(?:blow|knock|bugger|stone|sod) me(?: down| sideways)?|(?:flaming|bloody|by|what the) (?:heck|nora"
        r"|hell)|what(?:ever)? (?:bliss|joy|a joy|a blessing|a mercy|that was|it was|a night)"
        r"|i am (?:fine|okay|grand|all right|good|sorted|away|better|happy|laughing)(?: now| again)?|(?:you|we"
        r"|everybody|everyone) can (?:all )?(?:relax|rest|stop worrying|go (?:back )?to (?:sleep|bed))(?: now| again)?"
        r"|not bad|lovely job|happy days|that is the ticket|oh what bliss|no worries|job done"
        r"|(?:the )?good lord be praised|the lord be praised|god is good|about time(?: too)?|so it (?:is|has|does)"
        r"|that has|that is",
        r"(?:just )?a (?:little|tiny|wee) bit|slowly|bit by bit|little by little|(?:you can )?(?:keep|carry) (?:going"
        r"|on|at it)|go on|do not (?:you )?stop(?: yet| now)?",
        r"(?:this|that)(?: stretch| stretching| thing| one| lark)?|(?:the|all this|your) stretch(?:ing)?|what (?:have"
        r"|did|are) you (?:done|do|doing)(?: to me)?|mind",
        r"(?:you were|you are)(?: dead| quite)? right|what a relief|well done(?: you)?|(?:just )?like you said"
        r"|that (?:did it|is it|worked)|hand on heart|(?:and )?everything|there(?: we are| you go)?",
        r"i can (?:even )?(?:breathe|sleep|feel my (?:toes|foot|leg)|(?:move|bend|wiggle|wriggle|point) (?:my (?:foot"
        r"|toes|leg|ankle)|it|them)|put (?:my )?weight on (?:it|my leg)|stand(?: on it)?|bend my knee"
        r"|straighten (?:it|my leg)|stand(?: up)?|walk|relax|go (?:back )?to (?:sleep"
        r"|bed))(?: and everything)?(?: again| now| properly| fine| freely)*",
        r"my (?:husband|wife|partner|mother|mum|dad|son|daughter) can (?:stop worrying|relax"
        r"|(?:go back to )?sleep)(?: again| now)?",
        r"i am (?:so |very |that )?(?:glad|relieved|happy|grateful|pleased|delighted)(?: (?:of|about|for) that)?"
        r"|my (?:leg|calf|foot) is (?:okay|fine|good|back)(?: again)?",
        r"(?:oh )?(?:sweet )?(?:holy )?(?:mother of god|jesus(?: mary and joseph)?|lord(?: have mercy)?|mother mary"
        r"|sweet mother|my (?:days|stars|life|word)|heaven help me|merciful \w+|well i will be(?: damned| blowed)?"
        r"|i will be)",
    ),
}
ORDER = (
    NAY,
    QUERY,
    TAG,
    HOPED,
    sayings.UNCLEAR,
    "same",
    sayings.EASING,
    LEFTOVER,
    ABSENT,
    ELLIPTIC,
    "worse",
    "gone",
    ASIDE,
    PAST,
)
"""The first of them that fits is believed."""
