"""What else is said for a command, by its head and what may follow it, as patterns as in ``sayings.py``."""

_IT = "(it|this|that|these|them|those|this one|that one|everything)"
_THING = "(thing|one|stretch|exercise|step|part|bit|move|position|movement)"
_DOING = "(session|exercise|exercises|stretch|stretching|stretches|routine|workout|programme|program|questions|thing)"
_TELL = "(said|say|are saying|were saying|asked|just asked|just said|told me|wanted|were asking)"
_WORDS = "(words|commands|options|choices|phrases|instructions|things)"
_I_CAN = (
    "(can i|could i|do i|should i|am i (supposed|meant) to|am i allowed to|i can|i could|i should"
    "|i am (supposed|meant) to|i am allowed to)"
)
_LENGTH = "(a|one|two|half a|a quick|a couple of|a few)"
_SPELL = "(second|minute|moment|tick|mo|jiffy|seconds|minutes)"
_TODAY = "(now|today|tonight|this (evening|morning|time)|the (night|day|evening)|one (day|night)|another day)"
_LESS = "[a bit|a little|a touch|a tad|a wee bit|much|even]"
_HOLDS = (
    "(these|those|the|your|all the|all these) (holds|stretches|times|seconds|exercises) are [far|way|much|a bit] too"
)
_BACK_AT_IT = f"[with (it|that|this|the {_DOING})] [from (here|there)|[from] where we (were|stopped|left off)]"

STOP = (
    "leave off|finish up|(finish|end|quit|conclude|wrap up|pack up|knock off|wind up)"
    f" [it|this|that|things|(the|this) {_DOING}] [there]|wrap (it|this|things) up"
    f"|leave (it|this|that) [there|here] [for] {_TODAY}|leave (it|this) (there|at that|be)"
    f"|leave [all] (the|these|your|those) questions|(call|calling) it (there|quits|a day|a night) [for {_TODAY}]"
    f"|(call|calling) a halt [to (it|this)]|pack (it|this) [all] (in|up)|that (will|would) do [me|us] [for {_TODAY}]"
    "|(stop|quit|finish|end) (it|this|that) with [all] (the|your|these) questions"
    "|enough (with|of) [all] (the|your|these|this) (questions|question|asking|talking|talk|chat|stretching)"
    "|no more (questions|talking|stretching|stretches|exercises)|(stop|quit) [with|all] (the|your|these) questions"
    "|(stop|quit) (asking|bothering|pestering|telling) [me] [things|stuff|questions|these|those]"
    "|i have had my fill [of (it|this)]|i have had it with (this|you|it)"
    f"|(i am|we are) [all] (done|finished|through) [here|now|with (this|it)] [for {_TODAY}]"
    "|i can not be (doing|bothered|dealing) [with (this|it)] [any (more|longer)]"
    f"|i (do|will) not (do|answer|want) any more [of {_IT}|of (your|these|the) questions]"
    f"|i do not want to (do|answer) any more [of {_IT}|of (your|these|the) questions]"
    f"|i am not (doing|answering) any more [of {_IT}|of (your|these|the) questions]"
    f"|i will (stop|finish|end it|leave it) [there|here|at that] [for {_TODAY}]"
    "|(switch|turn|shut|power) yourself off|that is my lot [now|for (today|tonight|now)]"
    f"|i will call it (a day|a night|quits) [there|here|now] [for {_TODAY}]"
)
ALSO = {
    "pause": (
        f"bear with me [{_LENGTH} {_SPELL}]|hang fire|un momento|stop [there|here] [for] {_LENGTH} [little]"
        f" {_SPELL}|wait up [{_LENGTH} {_SPELL}]|[just] {_LENGTH} [little|more] {_SPELL}"
        f"|(hold|hang|wait) [on|it|that] [there] [for] {_LENGTH} [little] {_SPELL}"
        f"|(hold|hang) on there|wait there|(pause|freeze) [it|this|that] [for] {_LENGTH} {_SPELL}"
        "|not (just|quite) yet|(take|have) [a] [quick|short|little|wee|five minute] (break|breather|rest|pause)"
        "|(catch|get) my breath [back] [first]|i am not (on the mat|in position|set|settled) yet|let me get ready"
        "|[i am] not ready [yet] (wait|hang on|hold on)"
    ),
    "resume": (
        f"on you go|where were we|[do] (proceed|continue|resume) [on|further] {_BACK_AT_IT}"
        f"|(go|carry|keep|push|drive) (on|going|ahead) {_BACK_AT_IT}|(continue|resume) the {_DOING}"
        "|you (can|may) (proceed|resume|start again)|that is me back|i am back [now|again]|right back to it|keep at it"
        f"|you can (start|begin|go|pick up|carry on) again {_BACK_AT_IT}"
        f"|we can (proceed|go on|carry on|resume|continue) {_BACK_AT_IT}|let us have it again"
    ),
    "next": (
        f"what else (have you [got]|is there|(can|could|should) (i|we) (do|try)|do you have)|what comes (after"
        f" [that|this]|next)|what (have you got|do you have) (next|after (this|that))"
        f"|what is [up|coming] next|what is the next {_THING} [to (do|try)|i am (supposed|meant) to do|i should do]"
        f"|(go|move|get|jump|skip|carry) [on|along|ahead|forward] (to|onto) (the following|the next) {_THING}"
        f"|[on|onto] [to] [the] following {_THING}|give (me|us) (something else|the next {_THING})"
        f"|have you [got] (another|a different) one|is there (another|a different) (one|way)"
        f"|(have|do|try|see|get|show me) (the next|another|a different|a new|some other) {_THING}"
        f"|[i] can not (do|manage) (this|that) {_THING} [with my (knees|knee|hip|hips|back|leg|shoulder|ankle"
        f"|balance)]"
        f"|(done|did|finished) (that|it|this) [one] [now] (what else|what now|what is next|next [one])"
        "|[give|show|tell] [me] the one after [it|that|this]"
        f"|(skip|leave out|miss out|pass on|pass over) (this|that|the) {_THING}|onto the next"
    ),
    "back": (
        f"(go|step|move|jump|skip|take me|take us|bring me|bring us) back [to] [the] (last|previous|first|earlier)"
        f" {_THING}|(go|take me|take us|get me) back to (that|it|this|the {_THING} before [that|this])|(go|back"
        f"|go back) a [little]"
        f" (bit|step|stretch)|[go] back to where (we|i) (was|were)|what was the (one|stretch"
        f"|exercise) before [this|that]"
        f"|go to the (one|{_THING}) before [it|this|that]|go back to the last {_THING}"
        f"|(do|try|have|repeat) (the|that) (last|previous) {_THING} (again|once more|one more time)"
    ),
    "say again": (
        f"what was (it|that) [that] you {_TELL} [me] [there|again]|what (was|is) that (one|question|bit) [again]"
        "|what was i (meant|supposed) to do [with (it|my (foot|feet|toes|leg|legs|knee|hands|arms))] [again]"
        f"|i (did|could) not (hear|catch|get|follow|understand) (that|you|it|what you {_TELL}|the question"
        "|your question) [there|just there|again|properly]"
        "|i (have|did) not (understood|understand|heard|caught) (you|that|it|the question|a word)"
        "|(say|ask|tell|read) [me] (it|that|this|the question) [just] (again|once again|once more|one more time"
        "|one time"
        " more|a second time) [slowly|slower|louder]|what are you (asking|saying|telling me) [me]"
        "|[kindly|you] (repeat|rephrase) [it|that|this|yourself|what you said"
        "|(the|your) [last] (question|instruction|instructions|bit|part|line|step|words)]"
        " [again|once more|one more time] [slowly|slower|more slowly|louder]"
        f"|how do you mean|i (missed|lost) (that|it|the question|that bit|what you {_TELL})|wie bitte"
        f"|what did you [just] (ask|say|tell) [me] [there|just now|again]|what have you [just] said"
        f"|which (foot|leg|side|knee|hand|arm|way|one|{_THING}) (did you [just] say|was (it|that) [again])"
        "|i am not following [you]|what (is|was) the question [again]|you will have to (say|repeat) that [again]"
    ),
    "how long": (
        f"what is left (on the clock|of {_IT}|of this {_THING}|to go)|when (does|will|is) {_IT} (end|finish|stop|over"
        "|done|getting over|finished|going to (end|finish|stop|be over))|is there (much|a lot|long) (left|to go|more)"
        f" [of {_IT}]|how much is left of ({_IT}|this {_THING})|[how] much (more|longer) of {_IT}"
        "|how (much|many) more of (this|these|them|those)|when (can|may|do) i (let go|stop|rest|relax|put it down"
        "|let it go|get to rest|come out of it)|(are|is) (we|it|this) [nearly|almost|about] (there|done|finished|over)"
        " [yet]|how long to go [yet]|is (that|it|this) [the] [full|whole] (ten|fifteen|twenty|thirty"
        "|forty|forty five|sixty) seconds [up|over|done] [yet|now]"
        "|how long more [is (this|it)|to go]|is it much (longer|more)"
    ),
    "ready": (
        f"start (whenever|when) you (like|want|are ready)|start the {_DOING}|(let us|we can|you can) (begin"
        f"|start) [now]"
        "|let us get (this|it) over [and done] with|let us be having you"
        "|whenever you are ready|you can start (now|it|the clock)|i am all ready|[i am] ready to (start|begin) [now]"
        " [when you are|whenever you are]|let us (get|be) (started|at it)|begin [it|the stretch|now]"
    ),
    "help": (
        f"[tell me] what {_I_CAN} [be] (say|saying|ask) [to] [you|it|this|this thing|this machine]"
        f"|how do i (use|work|talk to) (this|it|you|this thing)|[tell me] (what|which) {_WORDS} (do you (know"
        f"|understand"
        f"|take)|are there|can i (use|say)|there are|i can (use|say)) [to you]|what (kind"
        f"|sort) of {_WORDS} can i (say|use)"
        f" [to you]|what are (the|my|your) {_WORDS} [for (it|this)] [again]"
        "|i do not know what (to say|i am (meant|supposed) to (say|be saying)|i can say) [to] [you|it|this|this thing]"
        "|i am stuck help me|i need a hand|help me out [here]"
    ),
    "longer": (
        f"(hold|keep) {_IT} [for] {_LESS} longer|(hold|keep) {_IT} [for] another (ten|five|twenty|thirty|few) seconds"
        f"|give me {_LESS} (longer|more time|more seconds) [on|for] [{_IT}|this {_THING}|each one]|{_HOLDS} short"
        f"|give me another (ten|five|twenty|thirty) seconds|make (it|them|these|the holds) {_LESS} longer"
        f"|i could (hold|do with holding) {_IT} for (longer|another ten seconds) [each time]"
        f"|(more (seconds|time)|longer) (on|for|in) (this|that|each|every) {_THING}"
    ),
    "shorter": (
        f"(make|keep|have) (it|them|these|the holds|the times) {_LESS} (less|shorter)|cut {_IT} down {_LESS}"
        f"|{_HOLDS} long"
        f"|(less|fewer) seconds|cut {_IT} down|[i] can not hold {_IT} [for] (that|so|this) long"
        f"|{_IT} is too long to hold|too long to hold|(less time|shorter) (on|for|in) (this|that|each|every) {_THING}"
    ),
    "slower": (
        "take it (slow|slowly)|easy there|not (that|so|too) (quick|fast|quickly)|whoa there|go easy"
        "|[whoa] slow down there|[whoa] easy [now|there] not so fast|[you will (have|need) to] (take|do) (it|this)"
        " at my [own] (pace|speed)|(go|take it) at my [own] (pace|speed)"
        "|i can not (keep up|go that fast) [with (you|this|it)]|you are [going|talking] [far|way|much] too (quick|fast"
        f"|quickly)|(take|do) (this|it|that|these|things) {_LESS} slower|(go|do it|say it) slowly"
    ),
    "faster": (
        "get a move on|come on this is too slow|(this|it|you) is too slow for me|pick (it|things) up a bit"
        f"|move (it|this|things) along|speed (this|it|things) up {_LESS}|(take|do) (this|it|that"
        f"|things) {_LESS} (faster"
        "|quicker)|go {_LESS} (faster|quicker)"
    ),
    "louder": (
        f"turn (yourself|it|that|the sound|the volume) up {_LESS}|(you are|it is) [far|much|way] too (quiet|soft"
        f"|faint)"
        f"|[you will (have|need) to|can you|could you] shout [up] {_LESS}|you will have to speak up"
        "|i can not make out a word [of (it|that)]|speak up {_LESS}"
        f"|raise your voice {_LESS}"
        f"|{_LESS} more volume|increase (the|your) (volume|sound)|i can (barely|hardly) hear you"
    ),
    "quieter": (
        f"keep your voice down {_LESS}|(turn|bring) (yourself|it|the sound|the volume|your voice) down {_LESS}"
        f"|lower your voice {_LESS}|(talk|speak) {_LESS} (quieter|softer|lower)|(you are|it is|that is) [far|much"
        f"|way|a bit]"
        f" too loud|(you are|it is|that is) (a bit|a little|awful|very) loud|shush {_LESS}|you are shouting"
        "|[shush] not (so|too|that|as) loud [shush]|[too|a bit|a bit too] shouty"
    ),
}
"""Phrase of the vocabulary -> what else is said for it."""
