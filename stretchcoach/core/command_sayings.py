"""What else is said for a command, by its head and what may follow it, as patterns as in ``sayings.py``."""

_IT = "(it|this|that|these|them|those|this one|that one|everything)"
_THING = "(thing|one|stretch|exercise|step|part|bit|move|position)"
_TELL = "(said|say|are saying|were saying|asked|just asked|told me|wanted|were asking|just said)"
_WORDS = "(words|commands|options|choices|phrases|instructions)"
_I_CAN = "(can i|could i|do i|should i|am i (supposed|meant) to|am i allowed to|i can|i could|i should"
_I_CAN += "|i am (supposed|meant) to|i am allowed to)"
_LENGTH = "(a|one|two|half a|a wee|a little|a quick|just a|just one)"
_SPELL = "(second|minute|moment|tick|mo|jiffy|seconds|minutes|ticks)"

STOP = (
    "leave off|give up|finish up|wrap (it|this|things) up|let us (stop|finish|end it|wrap it up|leave it|call it quits)"
    "|leave (it|this|that) [there|here] [for] [now|today|tonight|this evening|another day]|pack (it|this) [all] in"
    "|leave it (there|at that)|leave these questions|leave all these questions|leave the questions"
    "|call it quits [for] [now|today|tonight|the night]|that (will|would) do [me|us] [for] [now|today|tonight"
    "|this evening|the night|this morning|one night]|(stop|quit|finish|end) (it|this|that) with [all] (the|your|these)"
    " questions|enough (with|of) [all] (the|your|these|this) (questions|question|asking|talking|talk|chat|stretching)"
    "|no more (questions|talking|stretching|stretches|exercises)|stop [with|all] (the|your|these) questions"
    "|stop (asking|bothering|pestering|telling) me [things|stuff|questions]|stop asking [questions|things|these]"
    "|i have had my fill [of (it|this)]|i have had it with (this|you|it)|i am (done|finished) (here|now)"
    "|we are (done|finished) [here] [now]|i can not be (doing|bothered|dealing) [with (this|it)] [any (more|longer)]"
    f"|i (do|will) not (do|answer|want) any more [of {_IT}]|i do not want to (do|answer) any more [of {_IT}]"
    "|i will (stop|finish|end it|leave it) [there|here|at that] [for] [now|today|tonight]"
    "|(finish|stop|end it) (there|here|now)|i (have|need|want|would like) to (stop|finish) [it|this] [here|now|there]"
    "|(i am|we are) (through|all done) with (this|it)|switch yourself off|turn yourself off|shut yourself off"
)
ALSO = {
    "pause": (
        f"bear with me [{_LENGTH} {_SPELL}]|hang fire|un momento|stop [there|here] [for] {_LENGTH} [wee|little] {_SPELL}"
        f"|wait up [{_LENGTH} {_SPELL}]|[just] {_LENGTH} [wee|little|more] {_SPELL}"
        f"|(hold|hang) on [there] [for] {_LENGTH} [wee|little] {_SPELL}|(hold|hang) on there|wait there"
        f"|pause [it|this|that] [for] {_LENGTH} [wee|little] {_SPELL}|not (just|quite) yet"
    ),
    "resume": (
        "on you go|where were we|[please|do] proceed [further]|you (can|may) (proceed|resume|start again)"
        "|(go|carry|keep) on with it|we can (proceed|go on|carry on|resume) [with it]|continue [further|now]"
    ),
    "next": (
        "what else (have you got|is there|can i (do|try)|do you have|can we (do|try))|what comes (after [that|this]|next)"
        f"|what is the next {_THING} i am (supposed|meant) to do|[move|go] (on|onto|on to) the (following|next) {_THING}"
        f"|[the] following {_THING}|give (me|us) (something else|the next one)|have you [got] (another|a different) one"
        f"|(do|try) (a different|another|some other) {_THING}|i can not (do|manage) (this|that) {_THING} [with my"
        " (knees|knee|hip|hips|back|leg|shoulder|ankle|balance)]|is there (another|a different) (one|way)"
    ),
    "back": (
        f"go back [to] [the] (last|previous|first|earlier) {_THING}|go back [to] the {_THING} before [that|this]"
        f"|(back|go back) a [little] (bit|step|stretch)|[go] back to where (we|i) (was|were)"
        f"|take me back to the (last|previous|first) {_THING}"
    ),
    "say again": (
        f"what was (it|that) [that] you {_TELL} [me] [there|again]|what (was|is) that (one|question|bit) [again]"
        "|what was i (meant|supposed) to do [with (it|my (foot|feet|toes|leg|legs|knee|hands|arms))] [again]"
        f"|i (did|could) not (hear|catch|get|follow|understand) (you|what you {_TELL}|the question|your question) [there"
        "|just there|again]|i (have|did) not (understood|understand|heard|caught) (you|that|it|the question|a word)"
        "|say (it|that) (once|one time) more|(kindly|please|can you|could you|you) repeat [it|that|the question|yourself]"
        "|(ask|tell|read) [me] (it|that|the question) [once] again|repeat it [once] [again|more]|how do you mean"
        "|i (missed|lost) (that|it|the question|that bit|what you said)|[come] again love|wie bitte|say that one again"
        "|what did you (ask|say|tell) [me] [there|just now|again]|i am not following [you]|what is the question [again]"
    ),
    "how long": (
        f"what is left (on the clock|of {_IT}|to go)|when (does|will|is) {_IT} (end|finish|stop|over|done|getting over"
        f"|finished|going to (end|finish|stop|be over))|is there (much|a lot|long) (left|to go|more) [of {_IT}]"
        f"|how much is left of {_IT}|[how] much (more|longer) of {_IT}|how (much|many) more of (this|these|them|those)"
        "|(are|is) (we|it|this) [nearly|almost|about] (there|done|finished|over) [yet]|how long to go [yet]"
    ),
    "ready": (
        "start (whenever|when) you (like|want|are ready)|start the (stretches|exercises|routine|session)|let us begin"
        "|whenever you are ready|you can start (now|it|the clock)|i am all ready|i am ready to (start|begin)"
    ),
    "help": (
        f"what {_I_CAN} [be] (say|saying|tell|ask) [to] [you|it|this|this thing|this machine] [now]|how do i use"
        f" (this|it|you)|[tell me] what i (can|could|should) say [to you]|(what|which) {_WORDS} (do you (know|understand"
        f"|take)|are there|can i use)|what are (the|my|your) {_WORDS} [for (it|this)] [again]"
        "|i do not know what (to say|i am (meant|supposed) to (say|be saying)|i can say) [to] [you|it|this|this thing]"
        "|what do i say to (you|it|this thing)"
    ),
    "longer": (
        f"hold {_IT} [for] [a bit|a little|much|even] longer|(hold|keep) {_IT} [for] another (ten|five|twenty|thirty"
        "|few) seconds|give me another (ten|five|twenty|thirty) seconds|make (it|them) [a bit|a little] longer"
        f"|i could (hold|do with holding) {_IT} for (longer|another ten seconds) [each time]"
    ),
    "shorter": (
        f"make (it|them|the holds) [a bit|a little] (less|shorter)|cut {_IT} down [a bit|a little]"
        f"|{_IT} is too long to hold|too long to hold|(make|have) the holds shorter"
    ),
    "slower": (
        "take it (slow|slowly)|easy there|not (that|so|too) (quick|fast|quickly)|whoa there|go easy"
        "|i can not (keep up|go that fast) [with (you|this|it)]|you are [going|talking] [far|way|much] too (quick|fast"
        "|quickly)"
    ),
    "faster": "get a move on|come on this is too slow|(this|it|you) is too slow for me|pick (it|things) up a bit",
    "louder": (
        "turn (yourself|it|that|the sound|the volume) up [a bit|a little]|(you are|it is) [far|much|way] too quiet"
        "|you will have to speak up|i can not make out a word [of (it|that)]|speak up a (bit|little)"
    ),
    "quieter": (
        "keep your voice down [a bit|a little]|turn (yourself|it|the sound|the volume) down [a bit|a little]"
        "|lower your voice|(talk|speak) [a bit|a little] (quieter|softer|lower)|you are [far|much|way] too loud"
        "|shush a bit|you are shouting"
    ),
}
"""Phrase of the vocabulary -> what else is said for it."""
