"""What people say for each thing that can be meant, as data: the grammar of ``meaning.py``, for voice and typed words.

``patterns.py`` reads the patterns: ``(a|b)`` is a choice and ``[a]`` may be left out.  Text is compared in its plain
form: lower case, short forms opened (*isn't* is *is not*), digits spelled.  The left side of ``SAID`` is a phrase of
the vocabulary.
"""

UNCLEAR = "?"
"""The reading of what has to be asked again."""
OW = "ow"
EASING = "a bit better"

WAITING = (
    "wait|hang on|hold on|one moment|one second|just a (moment|second|minute)|a (moment|second|minute)"
    "|give me a (moment|second|minute)|wait a (moment|second|minute)"
    "|(hang|hold) on [there] [a] [moment|second|minute|tick|mo]"
)
LENGTH = (
    "how much (longer|time|more)|how many [more] (seconds|minutes)"
    "|how (much|long|many) (is|are) left|how long have (i|we)|how long (do|does|(is|will) (it|this|that)|until|till"
    "|left|to|now|more)"
)
"""How a question begins that asks for the time, however it goes on."""
BECAUSE = (
    "to (sit|get|find|move|stand|breathe|turn|think|put|lie|change|open|close|switch)"
    "|have to|need to|till i|until i|the|i|i am|my|let me|while|there is|someone|somebody"
)
"""After *wait* comes why, in any words."""

STOP = (
    "stop|stop stop|stop (here|there)|right stop|shut up|(i am|we are) stopping [now|here]"
    "|i have had enough [of (this|it)] [for (today|tonight|now|one day|one night)]"
    "|i have had quite enough|i do not want [any] more"
    "|stop it|stop that"
    "|stop this|stop everything|stop all of it|be stopping [now]"
    "|stop [all] [the|your|that|this] (talking|counting|chatter|chattering|noise|racket|speaking|shouting"
    "|going on) [at me]|halt|abort|cancel|enough"
    "|that is [quite|more than] enough|it is enough|no more|no more of this|no more of that|make it stop"
    "|stop (the|that|this|your) [whole|bloody|stupid|damn] (thing|timer|clock|counting|voice|app|machine)|time to stop"
    "|stop the (pain|stretch|stretching|exercise|session|cramp|program|coach|routine|workout)|quit|exit|end it"
    "|call it a (day|night)|end this|end the (session|exercise|stretch|routine)|finish|leave it|forget it"
    "|that is (it|all|enough) for (now|today|tonight|the night)"
    "|i do not want (this|to go on|to do this|to carry on) [any more]"
    "|i am (done|finished) with this|i give up|i can not any more"
    "|i can not (go on|do this|take it|take this|take any more|do it any more|do this any more|do any more) [today"
    "|tonight|now]|i want out"
    "|i do not (want|like) (to do it|to continue|to keep going) [any more]|that is plenty"
    "|i can not (bear|handle) (it|this) [any more]|i can not stand (this|the pain) [any more]|i (want|need"
    "|would like) to finish [now|this|here]|cut it out"
    "|leave me (alone|be)|pack it in|(turn|switch|shut) (it|that|this) off|turn off|switch off|give it a rest"
    "|give over|knock it off"
    "|i am not (doing (this|it)|going on) [any more]|(cancel|stop|end) (the whole thing|it all|all of it|everything)"
    "|enough of (that|this|it)|(turn|switch|shut) (the|this|that) [whole|bloody|stupid] (thing|app|voice|machine) off"
    "|i do not want to any more|i want it to stop|stop right there|stop now"
)

SAID = {
    "pause": (
        "pause [it|that|this|here|there]|hold it there|wait|wait [for] (me|a moment|a second|a minute|a bit|a little"
        "|up|there|here)"
        "|(hold|hang) on [a moment|a second|a minute|a tick|for a moment|for a second|for a minute]|hold it"
        "|just a (moment|second|minute)"
        "|(one|a|give me a|give me one|i need a|need a|take a|wait one|hold on one|half a) (moment|second|minute"
        "|break|rest|pause)|pause [for] [a|one] (moment|second|minute)|time out|not so fast wait|freeze|stay there"
        "|give me some time|(take|have) a (short|quick|little) (break|rest|pause)|i need some time|be right back"
        "|i will be right back|rest|break|hold up|take five|i need to rest|let me (rest|breathe|catch my breath)"
        "|stay (here|like this)"
    ),
    "resume": (
        "[i am] good to go again|resume|continue|carry on|go on|keep going|go ahead|proceed|unpause|keep on [going]"
        "|let us (go|continue)"
        "|ready to (go on|continue|carry on)|(go|carry) on [with it]|continue [with it|from here|where we were]"
        "|we can (go on|continue)|i am back"
        "|you (can|may) (go on|continue|carry on)|back to it|(start|begin) again|do go on|play|go on then"
    ),
    "next": (
        "next|the following [one|stretch|exercise]|the one after [that|this]|next (one|stretch|exercise|step|thing"
        "|position|movement)|the next [one|stretch|exercise|step]"
        "|skip [it|this|that|this one|that one|ahead|the rest|this stretch|this exercise|this step|to the next"
        "|to the next one]|(go [on]|move [on]|jump|on|skip|continue|get) (to|with) (the next|another|a different) [one"
        "|stretch|exercise|step|position|way]"
        "|[the] next [one|stretch|exercise|step|position|movement]|move on [to the next] [one]"
        "|go to next|move along|(what is|and the|and) next|give me the next [one]|give me (another|a different) [one]"
        "|something else"
        "|i am done with this one|[i do] not (like|want) (this|that) one|not this one"
        "|[try] another (stretch|position|exercise|way)|[try] something (else|different)"
        "|[try] a different (stretch|position|exercise|one|way)"
    ),
    "back": (
        "[go] back|[go] back (one|a step|one step|please|to the previous one|to the last one|to the one before)"
        "|[the] previous [one|stretch|exercise|step|thing]"
        "|the (one before|last one|one before that|last stretch|last exercise)"
        "|[go to] the previous [one|stretch|exercise|step]|one back|a step back|take me back|go backwards"
        "|the stretch before"
    ),
    "repeat": (
        "try (that|it|this) [one] again|repeat [that|it|this|this one|that one|the stretch|the exercise"
        "|this stretch|this exercise]|once more"
        "|one more time|do (it|that|this|this one|that one) (again|once more|one more time)|once again"
        "|(start|begin|do it|do that) (over|from the beginning|from the start|from the top)"
        "|from the (beginning|start|top)|another (time|round|go)|one more (round|go)|same again|restart"
    ),
    "say again": (
        "tell me (that|it) [again|once more|one more time]|what (was|is) the question|what (did"
        "|have) you [just] (ask|asked) [me]"
        "|again|say (that|the) last (bit|part|thing|one) again|say [that|it|this] (again|once more|one more time)"
        "|come again|what|what was that|what did you say"
        "|what is that|pardon [me]|i beg your pardon|huh|eh|say what|repeat what you said|tell me again"
        "|again please|i (did not|could not) (hear|catch|get|understand) [that|you|it|what you said]"
        "|i missed (that|it)|what now again|repeat (the|that|your) (question|last line|line|instruction|instructions"
        "|words|last bit|last part)"
        "|(read|ask) (that|it) again"
    ),
    "how": (
        "how|show me how|tell me how|explain [it|that|this|more|again|please]|why do you ask|why|why that"
        "|how do i do (it|this|that)|how does (it|this|that) (work|go)|what do you mean"
        "|i do not (understand|get it|follow|get what you mean|understand what you mean)|how do you mean"
        "|how should i do (it|this|that)"
        "|show me|how is (it|this|that) done|what does that mean|more detail|tell me more"
    ),
    "longer": (
        "longer|hold [it|that] longer|a bit longer|a little longer|more time|some more time|make it longer"
        "|[give me] (ten|a few|some) more seconds|ten seconds more|too short|not so short|[hold] it longer|(some|a bit"
        "|a little) more time"
        "|add (time|ten seconds|some time)"
    ),
    "shorter": (
        "shorter|less time|too long|make it shorter|not (so|that) long|a bit shorter|a little shorter|ten seconds less"
    ),
    "slower": (
        "[you are|it is|that is] [going] (a bit|a little|far|way|much) too (quick|fast|quickly|rapid)|"
        "slower|slow down|[a bit|a little|much] slower|too (fast|quick|quickly)|[that is|it is|you are] (too|so) fast"
        "|not so (fast|quick|quickly)|more slowly|slowly|go slower|(speak|talk|count) (slower|more slowly)"
        "|slow it down|take it slow|you are going too fast|you (talk|speak) too fast|way too fast"
    ),
    "faster": (
        "[you are|it is|that is] [going] [a bit|a little|far|way|much] too (slow|slowly)|"
        "faster|speed [it] up|[a bit|a little|much] faster|too slow|too slowly|[that is|it is|you are] too slow"
        "|quicker|hurry up|hurry|go faster|more quickly|(speak|talk|count) faster|you are going too slow"
        "|pick up the pace"
    ),
    "louder": (
        "[i] (can|do) not hear [you|it|that|anything] [very|so|too] (well|good|properly|clearly)"
        "|louder|speak up|volume up|[a bit|a little|much] louder|turn it up|turn (up the|the) volume [up]|too quiet"
        "|[that is|it is|you are] too (quiet|soft)|[i] can not hear [you|it|that|anything]|(speak|talk|say it) louder"
        "|more volume|i can (hardly|barely) hear you|make it louder|i do not hear you|not loud enough"
        "|speak more loudly|up the volume"
    ),
    "quieter": (
        "quieter|softer|volume down|[a bit|a little|much] (quieter|softer)|turn it down"
        "|turn (down the|the) volume [down]|too loud|so loud|[that is|it is|you are] (too|so) loud|not so loud"
        "|less loud|be quiet|quiet|hush|sh|shush|more quietly|lower|[a bit|a little] less loud"
        "|(speak|talk) (quieter|softer|more quietly|more softly)|keep your voice down|keep it down|way too loud"
        "|lower (the|your) (volume|voice)|make it quieter|you will wake (everyone|everybody|them|my wife|my husband)"
    ),
    "how long": (
        "how long|time|how long (left|to go|more|is left|now|still|is it|will it take|does it take|does this take)"
        "|how long (have i got|do i have|until it is over|till the end|is this|to hold|do i hold|do i have to hold)"
        "|how long (do i|must i|should i|have i got to|do we) [still] (hold|keep|stay) [it|this|that|like this]"
        "|how (long|much) is left|is it [nearly|almost|soon] (over|done|finished)"
        "|how much (longer|time|more|more time) [is it|is left|left|to go|now|is there|do i have|do i have to hold"
        "|have i got|until the end]|time left"
        "|how many (seconds|minutes|more|more seconds|more minutes) [left|to go|are left|is it]|what time is left"
        "|[what is] the time|(are we|am i) [nearly|almost] (done|finished|there) [yet]|what is left"
        "|when (is it|are we|am i) (over|done|finished)|is there much left|what is the time left"
        "|is (it|there) (much|a lot|very much|any) (longer|more|more to go|longer to go)"
        "|how far (are we|along are we|along|to go)|how long is there to go|is it long now"
    ),
    "ready": (
        "ready|i am ready|we are ready|start|begin|let us (start|begin|go|do it|do this)|all set"
        "|i am (set|there|in position)|here we go|ready when you are|ready now"
        "|go for it|start (it|now|please|the stretch|the exercise|the routine|the session|counting)|i am good to go"
        "|good to go"
        "|in position|i have got it|got it|i am all set|(start|begin) the (timer|count)"
    ),
    "help": (
        "help|help me|i need help|help me please|please help [me]|what can i (say|do)|what are my (options|choices)"
        "|what should i (do|say)|what do i (do|say)|what now|help help|somebody help [me]|i need some help"
        "|(can|could|will) (someone|somebody|anyone|anybody) [please] help [me]"
        "|i need (a doctor|an ambulance|somebody|someone)|can you help me"
        "|(call|fetch|get me) (for help|an ambulance|someone|somebody|a doctor)|get (help|someone|somebody)"
        "|what am i (supposed|meant) to do|what are the (commands|words|options|choices)"
        "|which words can i (say|use)|what words can i (say|use)|what else can i (say|do)"
        "|i do not know what to (do|say)|help me out"
        "|(call|get|wake) my (husband|wife|partner|son|daughter|mother|father|friend|doctor)"
    ),
    "left": (
        "left [leg|one|side|calf|foot]|(the|my) left [leg|one|side|calf|foot]"
        "|[it is|that is|it would be|that would be] [in|on] (the|my) left [leg|one|side|calf|foot]|on the left"
        "|it is left|left only"
        "|only the left [leg|one]|just the left [leg|one]"
    ),
    "right": (
        "right [leg|one|side|calf|foot]|(the|my) right [leg|one|side|calf|foot]"
        "|[it is|that is|it would be|that would be] [in|on] (the|my) right [leg|one|side|calf|foot]|on the right"
        "|it is right|right only"
        "|only the right [leg|one]|just the right [leg|one]"
    ),
    "both": (
        "both|both [of] (them|legs|sides) (are|do|hurt)"
        "|[it is] both (of them|legs|sides|calves|are|feet|of my legs|of my calves|my legs|at once)"
        "|[it is] the pair of them|[it is] [in] both [of them|legs|sides|calves|my legs]|[in] [the"
        "|my] two [of them] legs|the two of them"
        "|left and right|right and left|all two"
        "|either side|on both sides|the both of them"
    ),
    "in bed": (
        "[i am] [still] [lying|lying down] (in|on) [my|the] bed|[i am] [still] [lying|sitting] on the (floor|ground)"
        "|bed|floor|the (floor|bed)|[i am] [still] lying down|i am on my back in bed|in my bed still"
        "|i am still in my bed"
    ),
    "on a chair": (
        "[i am] [sitting|sitting down] (on|in) (a|my|the) (chair|sofa|couch|armchair|wheelchair|stool)|chair"
        "|[i am] sitting [down|up]|a chair|i am sat down|at my desk|i am at my desk|on the toilet"
    ),
    "standing": ("[i am] standing [up|here|already]|[i am] on my feet|i am up|stood up|i am stood up|i stood up"),
    "cramp": (
        "cramp|i have a cramp|i have (got|had) a cramp|i am having a cramp|[my] (leg|calf) [is] (cramp|cramping)"
        "|a cramp|i am cramping|it is cramping|i have a leg cramp|i have a calf cramp"
    ),
    "yes": (
        "yes|yeah|yep|uhhuh|uh huh|mhm|mm|mm (hm|hmm)|sure|of course|certainly|definitely|absolutely|indeed|correct"
        "|affirmative|true"
        "|right|that is (right|true|correct|so)"
        "|(yes|yeah|yep|yes yes) (please|sure|of course|definitely|certainly|indeed|i think so|i am afraid"
        "|that is right|exactly|a bit|a little|sometimes|there is|there are|both|very much|absolutely|okay|right)"
        "|[yes|yeah|yep] (i do|i have|i did|i am|i can|i was|i could|i would|it does|it is|it has|it did|it was"
        "|they do|they are|they have|there is|there are|there was)"
        "|every (now and then|now and again|so often|once in a while|other (day|night"
        "|week)|night|day|week)|once in a (while|blue moon)|on and off|off and on|a couple of times|(some"
        "|most) (nights|days)|on occasion"
        "|i (get|do get|have had) (that|them|those) [quite a bit|quite often|a lot|often|sometimes"
        "|now and then|before]"
        "|(yes|yeah|yep) (we have|we do|he does|she does|you can)"
        "|yes i do have (that|it|one|them)"
        "|(i think|i guess|i believe|i am afraid|i suppose|probably|looks like it|seems) so|sometimes|now and then"
        "|now and again|at times|[yes] a (bit|little) [bit]|kind of|sort of|a few times|quite [a bit|a lot]"
        "|very much [so]|a lot|often|always|exactly|probably|most likely|certainly yes|oh yes|for sure|that one"
        "|yes to that|i (sure|surely|really) (do|have|did|am)|i have had that|too right|only a (bit|little)"
        "|just a (bit|little)|occasionally"
        "|from time to time|once or twice|more or less|looks like it"
        "|(yes|yeah|yep) (unfortunately|sadly|very|badly|slightly|somewhat|partly|mostly)"
        "|(yes|yeah|yep) (the|my) (left|right) [one|leg|calf|foot] [is|does|has|did]"
        "|i am afraid (i|it|there) (do|have|did|am|is|does|was|has)|that is me|[that is] me all over"
    ),
    "no": (
        "no|nah|no no|[no] no such thing|nothing of the sort|no thanks|no thank you|never|not at all|not really|none"
        "|nothing|neither"
        "|none of (that|those|these|them|it)|not any|no way|negative|not one|not a (bit)"
        "|[no] (that|it) does not apply [to me]|[i have] never had anything of the (sort|kind)|[no] [i have"
        "|i] never (had|noticed|felt|seen|taken|done|heard of) (that|it"
        "|this|one|any|them|those|anything like that)"
        "|nothing (like that|of that|of (the|that) (kind|sort)) [at all]|nothing at all|no not (at all|really|yet|me)"
        "|[no] (i|they) (do|have|did|am|are|can|was|could|would) not"
        "|[no] (it|that) (does|is|has|did|was|can) not|[no] there (is|are|was) (not|none|nothing)"
        "|[no] not (that|as far as|to what|from what|so far as) i (know|know of|am aware of|am aware|can tell|can see"
        "|remember)"
        "|[no] not that i (noticed|have noticed|can think of|recall)|[no] not to my knowledge"
        "|[no] never had anything like (it|that|this) [before]"
        "|[no] [i] (do not|would not) (think|believe|say|reckon) so|i do not have (that|it|any|one|any of that|those)"
        "|not yet|not me|[no] not (today|recently|now|lately|this time|so far|any of that|any of those|yet)"
        "|certainly not|of course not|definitely not|absolutely not|i am not|not in the least|never had [that|it|one]"
        "|no never|i have never had (that|it|one)|no nothing|no none|i never (do|have|did)|no it is fine"
        "|no i am (fine|okay)|none at all|no i am not|no problem"
    ),
    "not sure": (
        "[i] (would|should|will) (have|need) to (ask|check|look) [at it] [my (doctor|wife|husband)]|i (have"
        "|had) not (looked"
        "|checked)|[i am] not [really|quite|so|too|very|that|entirely|at all] (sure|certain)|[i"
        "|that i] do not [really] know"
        "|no idea"
        "|i have [absolutely|really] no (idea|clue)|maybe|perhaps|possibly|unsure|hard to (say|tell|know)"
        "|it is hard to (say|tell|know)|difficult to (say|tell)|it is difficult to (say|tell)|could be|might be"
        "|it (could|might|may) be|may be|who knows|beats me|search me|buggered if i know|i have not (a|the) (clue"
        "|foggiest|faintest) [idea]|[i] can not (say|tell|remember|be sure|really say|really tell)"
        "|i do not remember|i forget|i forgot|no clue|[it] depends|yes and no|probably not"
        "|[i] (would not|could not|can not|could not really) (know|say|tell|remember) [you]"
        "|[i] can not [really] see [it|that|there|from here]|it is [too] dark|how (would|should) i know"
        "|maybe yes maybe no|maybe maybe not|not certain|i am unsure|i (would|will) have to (look|check|see)"
        "|let me (look|check|see)"
        "|maybe a (bit|little)|i do not know [that|for sure|really]|not that sure|do not ask me|god knows|i wonder"
        "|maybe not|i doubt it|hardly"
    ),
    "ask me tomorrow": (
        "ask [me] (tomorrow|in the morning|later)"
        "|ask [me] [all] (that|this|it|them|these) (tomorrow|in the morning)"
        "|leave (it|that) (for|until|till) (tomorrow|the morning)"
    ),
    "none": "no pain|no pain [at all|now]|pain free|not at all",
}
"""Phrase of the vocabulary -> what else is said for it."""

ECHO = (
    "it (is|was|does|has|did|feels|looks|gets|hurts)|i (am|have|had|do|did|was|can|feel|take|get)|there (is|are|was"
    "|were)"
    "|they (are|do|were)|we (are|have)|my (leg|calf|foot|ankle|muscle)"
)
"""How an answer begins that repeats the question."""

VERDICT = (
    "i (would|will|am going to|would have to|have to|must) say|i say|let us (say|go with)|put me down (for|as)"
    "|that would be|that is|it is|it would be|[the|my] answer is|i (will|would) go with|make (it|that)|call it"
    "|a|definite|firm|clear|big|hard"
)
"""What stands before a *yes* or *no* that is given as one ..."""
FROM_WHOM = "from me|for me|on that|to that"
"""... and after it."""
NUMBER_FRAME = (
    "a|an|about|around|roughly|maybe|perhaps|probably|like|say|i would say|i will say|i say|it is|it is a|that is"
    "|that is a|level|number|or|to|and|between|out of ten|of ten|at least|more like|i guess|i think|something like"
    "|somewhere|somewhere between|close to|nearly|almost|pain|pain level|points|point|easily|even|now|still|from"
    "|up to|on the scale|give it|i give it|i would give it|a good|a solid|a strong|let us say|call it|thereabouts"
    "|give or take|or something|[or] something like that|hang on|hold on|she is|she is a|reckon"
    "|at (most|worst|best|a push)|tops|max|maximum|easy|for sure"
    "|i reckon|i would guess|i would put it at|put it at|put it|put me down for|make it|i would call it|rating|scale"
    "|on a scale of one to ten|the pain is|my pain is|would be|it would be|must be"
    "|it must be|has to be|got to be|worse|bad|no more than|not more than|no less than|pretty much|a bit of a|a proper"
    "|a definite|a clear|full|somewhere around|round about|in the region of|down to|up to|very strong|very bad"
    "|really bad|just|only"
    "|right now|at the moment|the|today|it was|was|worst|sometimes|more than|over|above|or so|ish|so|i|would|go|for"
    "|i would go for|my|is|it|solid|from me|i would have said|i should say|feels like|hurts like|it is at|i am (at"
    "|on)|we are at"
    "|up at|guess|pick"
    "|[i|i would|i will|let us] (give|rate|put|score|mark|call) (it|this|that) [at|as|down as|a|an]|go with"
    "|i would go with"
    "|i (should|would|can|have to|will have to|would have to|must) (think|say|imagine)|(come|gone|went) down to|down at"
    "|at it is (worst|best|peak)|let us say|or thereabouts"
    "|if i had to (say|guess|pick|choose)|my guess is|touching|getting on for|must be about"
)
"""What may stand around a number; of several the highest counts."""
