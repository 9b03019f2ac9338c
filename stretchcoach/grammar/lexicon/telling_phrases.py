"""Phrases that tell what is wanted or how it is wherever they stand in a clause; patterns as in ``sayings.py``."""

_IT = "(it|this|that|these|things|everything|the lot)"
_ONE = "(one|exercise|stretch|step|move|pose|position|movement|thing|bit|hold)"
_WHOLE = (
    "(the|this|your|these|those|all the|the whole|this whole) (exercise|exercises|stretch|stretches|stretching"
    "|routine|session|workout|program|programme|procedure|app|thing|questions|timer|coach|coaching|training)"
)
_TODAY = "[for] (today|tonight|now|one day|one night|one morning|the day|the night|this morning|this evening)"
_PART = "(leg|foot|knee|hip|arm|hand|toe|toes|back|heel|ankle|elbow|shoulder|body|feet|legs|knees|arms|hands)"
_SOME = "(a bit|a little|a little bit|a touch|a tad|slightly|somewhat|some)"
_LESS = "[a bit|a little|a touch|a tad|slightly|much|more]"

STOP = (
    f"(shut|switch|turn|power) (it|her|him|this|that|yourself|{_WHOLE}) off|(shut|power) (it|her|this|that|yourself"
    f"|{_WHOLE}) down|(just|now|so|then|please|you can|go ahead and) (shut|power) down|(just|now|so|then|please"
    "|you can|go ahead and) (shut|switch|turn|power) off|shut down now|(close|exit|terminate|cancel|abort|end|quit"
    f"|kill|finish|halt) {_WHOLE}|(close|terminate) it|stop [doing|with] {_WHOLE}|(stop|finish|end|leave"
    "|quit) it (there|here|now)|we stop (here|there|now)|that is (plenty|enough|sufficient) (thanks|thank you"
    f"|{_TODAY})|that is (me|us) (finished|done|out)|that is (your|my|our) lot|enough already|basta|had [quite"
    f"|more than] enough {_TODAY}|have had [quite|more than] enough|(all|as much as) (i|we) can (manage|do|take"
    f"|handle) {_TODAY}|(let us|we can|we could|we should|we will|i will|can we|could we|shall we) [just] (leave|end"
    f"|stop|quit|finish|wrap|pack|knock|cut) (it|this|that|things|here) (there|here|now|up|off|in|short|{_TODAY})"
    "|let us [just] end (it|this)|let us [just] call it|(need|want|have|like|prefer|soon|rather) [to] (stop"
    "|quit) (now|here|there|this|it|please)|need to be done|would [just] as soon (stop|quit|leave it)|(knock"
    "|knocking) (it|this|that) on the head|kindly discontinue|(will|would) not (go on|continue|carry on) [with (it"
    "|this)]|not doing (this|it|these) (any more|any longer)|too (much|many) (question|questions)|rather not (go on"
    "|continue|carry on|keep going)|do not (want|wish|feel like) [to] (go on|going on|continue|continuing|carry on"
    "|carrying on|keep going)|(can|could) not (do|take|stand|manage|handle|bear) (this|it|that|these) (any more"
    "|any longer)|(can|could) not (continue|go on|carry on|keep going)|no more of (this|it|these)"
    "|do any more of (this|it|these|them)|(talk|listen) to you any (more|longer)|(do|finish) the rest (of it"
    "|of them|of this) (tomorrow|later|another (time|day))|leave it (for|till|until) (tomorrow|another (time|day))"
    "|boring me to tears|(bin|scrap|ditch) (it|this)|forget (the|this) (whole thing|exercise|rest|questions)"
    "|no (more|longer) (energy|strength) [left|for this]"
)
STOP_LAST = (
    "stop (it|this|that) this (minute|instant|second|moment)|cut it|finished (for|here) [today|now]"
    "|jacking it in|desist|kill it|turn (you|it|this) off|(must|need to|have to|got to) go to (work"
    "|bed|sleep)|give up|up to here"
    "|for today only|call it off|no more this [exercise]|(another|one more) (second|minute) of this|(going"
    "|off) to (bed|sleep)|(going to|go and) lie down|(good night|goodbye|bye) (coach|now|then)|thank you (bye"
    "|goodbye|good night)|see you (tomorrow|next time|next week)|all i am doing today|had it with this|i am (out"
    "|off)|i (finish|stop) (now|here)|i am (knackered|shattered|exhausted|tired out)|calling it off|enough already"
    "|(have|got|need) to (go|run|dash|leave|get going|get off)|i (must|should|better|had better) (go|run|dash"
    "|leave)|turn off|switch off|shut up|feck off|bugger off|(just|please|now|so) go away|cannot already"
    "|rather not do (this|it|any more)|i am (done|finished|through) [with (this|it|that|you)]|i quit"
)
"""What stops only at the end of a clause: *I have to go to the loo* does not."""
ASKED = {
    "pause": (
        "(catch|get) my breath|hold your horses|(water|toilet|loo|tea|coffee) break|hold that thought|(one"
        "|two) (sec|secs|tick|ticks)|half a mo|back in (a|one|two) (sec|second|seconds|minute|minutes|moment|tick"
        "|mo|bit)|give me (a|one|two|half a) [wee|little|quick] (sec|second|minute|moment|tick|mo|bit|breather)"
        "|(need|want|have|take) a [little|quick|short|wee] (breather|rest|break|minute|moment|second|pause)|(wait"
        "|hold on|hang on) (till|until|while) i|do not go (on|any further) yet|(pause|freeze) (it|this|there|here)"
        "|hold off for (a|one|two)|do not go anywhere|stop for (a|one|two|half a) (sec|second|minute|moment|tick"
        "|bit)"
    ),
    "resume": (
        "unpause|where (we|you|i) (left off|stopped)|(we|you) can (go on|carry on|continue|resume|pick (it|this) up"
        "|start again)|let us (go on|carry on|continue|resume|pick it up|keep going)|carry on (there|now|then)"
        "|ready to (go on|carry on|continue|resume|keep going)|back to (it|where we were)|crack on|panic over"
        "|back with you|as you were|(carry|go) on (where|from)"
    ),
    "next": (
        f"move (on|along) (to|there|now|then|please)|let us move (on|along)|proceed to|the following {_ONE}"
        "|next (exercise|stretch|step|move|pose|position|movement)|(what is|what comes) (next|after (that|this)"
        "|coming [up] (now|next))|what is coming (up|now|next)|what is after|(have|am|i) [all] (finished"
        f"|completed) [with] (this|that) [{_ONE}]|done with (this|that) (one|exercise|stretch)|(bored|fed up"
        "|tired) (of|with) (this|that) one|(give|show) (me|us) (something else|something different|another one"
        "|a different one)|(pass|go) to the (following|next)|what are we doing (next|after)|what else (have you"
        "|do you have|is there)|(whatever|what) comes (after|next)|that is that one"
    ),
    "skip": (
        f"(skip|omit) (it|this|that|{_ONE}|over)|(leave|miss) (it|this|that) [one] out|pass on (this|that|it)"
        f"|not doing (this|that) [{_ONE}]|(will not|can not|would rather not|refuse to|not going to"
        f"|do not want to) (be doing|do|attempt|try) (this|that) ({_ONE})|hard pass|let us jump (it|this|that)"
        "|does not suit (me|my)|something else instead|no (this|that) one|jump over (it|this|that)|(this"
        "|that) one i can not|flick (it|this|that)|give (it|this|that) [one] a miss|not keen on (this|that|it)"
    ),
    "back": (
        f"(the|that) {_ONE} before (this|that|it|the last)|(return|go back|take me back|back) to (the|that) ({_ONE}"
        f"|previous|last|first)|previous {_ONE}|(the|that) {_ONE} we (had|did|were doing|were on) (before"
        "|just before|just now|earlier)|went past it|moved on too (early|soon|fast|quickly)|the one (of before"
        "|from before)|one step back|a step back"
    ),
    "repeat": (
        "another (go|round|try) (at|of|please)|one more (go|round|try)|(do|try) (it|this|that"
        f"|the same) [{_ONE}] (again|over|once more|another time)|same {_ONE} (again|over)|(start|begin) (this|that"
        "|it) [one] (over|again)|from the (beginning|start|top)|one more of (those|these|that|them)|(this|that"
        "|it) [one] once more|(this|that|it) [one] (another|one more) time|one more time (the|this|that)|run (it"
        "|that|this) [one] back|(this|that|it) one over"
    ),
    "how": (
        "(explain|show|teach|describe|tell) [to|me|us|to me] (how|in which way|which way|where [to|my|the|do"
        "|should]|the (hand|foot|leg) position|what to do with)|how (is|are|should|does|do|must|would) [the|my|your"
        f"|a|this|that] {_PART}|how am i (meant|supposed) to|how (do|should|must|can) i (do|hold|put|bend|place"
        "|stand|sit|lie|pull|reach|get|point)|(which|what) way (am|do|should|is|must|does|up|round)|where (is|does"
        f"|should|do|must) (my|the|this) {_PART}|(pointing|facing) (which|what) way|in which way|do not (understand"
        f"|get|see) (how|the (position|pose|move|stretch|exercise)|what to do|where to)|(which|what) {_PART} (first"
        "|goes|do|should)|how do you do (a|the|this|that)|another way of doing|what do i do instead|can not (reach"
        "|get to) my|let me see it|how to do|what am i meant to [be] do"
    ),
    "longer": (
        "more time (on|for|here|in|with)|for more time|(extra|more) (time|seconds) (here|please)|(some"
        f"|a bit) [of] extra time|(hold|keep|stay) [in|on] (it|this|that|here|there) [for] {_LESS} (longer|more)"
        "|(extend|lengthen) (it|this|that|the)|(a bit|a little|even) longer|another (ten|twenty|thirty"
        "|few) seconds|make (it|that|them) (forty|fifty|sixty|ninety)"
        "|leave me (here|in this|in it)|linger (here|in)|(stay|be|keep|hold) (more|on) in (this|that"
        "|here)|stay (more|down here|like this|in this)|a (bit|little|good bit) more (here|of this|in this|on this)"
        "|(stay|hold) (it|this|that|in this one) for a [good] while"
    ),
    "shorter": (
        "(too|so) long (for|to) (me|my|hold|keep)|(half|less) (that|of that) time|(half|fewer|less) (the"
        "|as many) seconds|make (it|that|them) (five|ten|fifteen|twenty|shorter|less)|cut (down the"
        f"|{_IT} down|{_IT} short)|(shorten|reduce) (it|this|that|them|the (hold|holds|time|seconds))|(cut|bring"
        "|take|drop) (it|them|that) [down] to (five|ten|fifteen|twenty|thirty)|(not|quite|just) (so|that|as) long"
        "|only half that|do half that|(five|ten|fifteen|twenty) is (plenty|enough|fine)|an awful lot (for"
        "|of seconds)|hang on that long|(so|that) long every time"
    ),
    "slower": (
        "(more|bit|little|little more) (slowly|gently|calmly|relaxed|leisurely)|(slow|calm) (it|things|this"
        "|yourself) down|slow down|(rushing|hurrying) (me|us|through)|do not (hurry|rush)|too (quick|fast|quickly"
        f"|lively|hasty|hurried)|(can|could) not keep up|{_LESS} (gentler|calmer|slower) (pace|speed|tempo|please)"
        f"|relaxed (pace|speed|tempo)|(at|in) my own (pace|time)|{_SOME} (slower|gentler|calmer)|less of a rush"
        "|too rapid|let me catch up|calm down a bit|steady on|easy now|(less|not so) (quick|fast|rapid)|rattling on"
        "|(going|go|talk|talking) like the clappers"
    ),
    "faster": (
        f"(go|move|be|talk|speak|do (it|this)) {_LESS} (quicker|faster|quickly)|(you|this|it) (talk|go|speak|is|are"
        "|goes) [going] (too|so|far too|way too) slow|(snail|snails|glacial) pace|get a move on|hurry (it|this"
        f"|things|yourself) (up|along)|hurry up|speed (it|things|this) up|{_SOME} (faster|quicker)|not got all (day"
        "|night)|not getting any younger|have not got (long|all)|quicker than (this|that)"
    ),
    "quieter": (
        "(turn|bring|tone|keep|put|take) (it|the|that|your) [volume|voice|sound|noise] [on|right] down|volume [on"
        "|right] down|[much|way|far] too loud|(no need to|do not have to|do not need to|do not|without) (shout"
        f"|shouting|yell|yelling)|{_SOME} quieter|(lower|drop) (your|the) (voice|volume)|(softer|quieter) please"
    ),
    "louder": (
        "(can|could) (not|hardly|barely) hear (you|a word|it|what you|anything|a thing|leh|the voice)|(volume"
        "|voice) [is] (too|very|so) (low|soft|quiet|faint|weak)|mumbling (away|to)|you are (mumbling|whispering"
        "|muttering)|(too|so) (quiet|faint|soft)|(turn|put|crank|bring) (it|the|your|that) [volume|sound"
        f"|voice] [right] up|speak up|(crank|pump|boost|raise) [up] (the|your) (volume|sound)|{_SOME} louder"
        "|louder please|talk louder"
    ),
    "say again": (
        "what did you [just] (say|tell|ask)|(did not hear|(did|could) not (catch|get|make out|follow)) (you|that|it"
        "|a word|what|the (last|end|question|first)|any of)|(missed|lost) (that|what you|the (last|end|first"
        "|question))|you said (which|what|where)|(you|it) asked if|(say|repeat|ask) (it|that|the (question"
        "|last)) (again|once more|one more time)|come again|did you say (which|what|where|to|i|my)|only (heard"
        "|caught|got) (the|half|part|some)|by me (again|once more)|(say|ask|tell) [me] (one more time|once more"
        "|again)|you say what|(is|was) my what|what was that [last] (bit|part|one)"
        "|was not listening to you|ask me that again"
    ),
    "how long": (
        "how (much longer|many more|many seconds|much more|much time)|how long (am i|do i|must i|have i|should i"
        "|till|until|left|more|to go|is left)|remaining (seconds|time|minutes)|(seconds|time|minutes) remaining"
        "|are we (almost|nearly)|(nearly|almost) (there|done|finished|over|at the end) yet"
    ),
    "help": (
        "(what|which) (words|commands|orders|instructions|options) [do you|can i|are|exist|there]"
        "|what [else] [all] (can|could) i (say|ask|tell) [to] [you]|what do you (understand|listen to|respond to)"
        "|what can you do|what do you understand|(allowed|supposed|meant) to (say|ask|tell)|what are my options"
        "|what [kind of] words you|a list of (them|words|commands)|what (must|should|can) i (tell|say to) you"
    ),
}
"""What else is asked for, by the phrase of the vocabulary."""
HOW_IT_IS = {
    "worse": (
        "(it|pain|cramp|that|this|spasm|one) [has|is|just|keeps|will] (come|came|comes|coming) [right"
        "|straight] back|back with a vengeance|(it|pain|cramp|spasm) is back|(grabbed|grabbing|gripped|gripping"
        "|seized|seizing|locked|locking|cramped|cramping|tightened|tightening|knotted) (me|up|again|on me|now)"
        "|(sharp|stabbing|shooting|terrible|horrible|awful|searing) (pain|pains)|the pain (of it|is)|(more|worse"
        "|tighter|stronger|sharper) (than before|now|again|than ever)|(paining|hurting|hurts|aching) (too much|more"
        "|so much|badly|like|again|now|me)|killing me|(getting|got|gone|feels|much) (worse|tighter|stronger"
        "|sharper)|so (strong|painful|sore) (now|again)|i am suffering|in agony|(made|making) (it|this|that) worse"
        "|killing (me|us)|(gripping|biting|pulling) (harder|again|more)|(pain|cramp) (again|more than just now)"
    ),
    "a bit better": (
        "worst (of it|part|bit) [is|has|have] [now] (passed|gone|over|past|eased|behind)|(improved|improving"
        "|improve|better|looser|easier|softer) (a bit|a little|some|slightly|now but)|(a bit|a little|slightly"
        "|somewhat|bit|little) (better|looser|easier|less|softer|improved|more bearable)|(starting|beginning|begins"
        "|starts) to (give|ease|loosen|relax|release|settle|soften|subside|let go)|(going|goes|gone|come"
        "|coming) down (a bit|a little|some|now|slowly)|(getting|goes|going) (better|easier|looser|softer)"
        "|not as (bad|tight|sore|painful|strong|sharp) as|(some|slight|little) (improvement|relief)|(less"
        "|not so) (tight|painful|sore|bad|sharp) (now|than)|(slackening|loosening|easing|backing|wearing"
        "|tapering) (off|up)|getting there|(it|is|am) improving|still (a bit of|some|a twinge|a niggle|a wee bit)"
        "|took the edge off|edge (off|has gone)|can still feel (it|something)"
    ),
    "same": (
        "(any|no|bit of|slightest) difference|(did|does|has|is|will|would|have) not (change|changed|changing|budge"
        "|budged|budging|move|moved|shift|shifted|shifting|help|helping|helped|done anything|doing anything|improve"
        "|improved|eased|easing|let go|letting go)|(exactly|just) (as (bad|tight|sore|painful|it was|before)"
        "|like (it was|before)|the same)|as (bad|tight|sore|painful) as (ever|it was|before|when)|same as (before"
        "|when|it was|ever)|(not|never) [feel|see|notice] any (change|better|improvement|relief)|tight as a drum"
        "|(it|this|that) (comes|goes) and (comes|goes)"
    ),
}
LEGS = {
    "left": "in my left|left (leg|calf|one|side|foot|shin)|my left|the left",
    "right": "in my right|to the right now|right (leg|calf|one|side|foot|shin)|my right",
    "both": (
        "both of the (buggers|things|legs|calves)|(they|have) both (gone|got|are|have|locked|seized|cramped)"
        "|it is both|both of (us|em)|(both|two) [of] [my|the|them] (legs|calves|sides|feet)|both of them|each (leg"
        "|calf|side)"
    ),
}
QUESTIONS = "is|are|do|does|should|am|must|which|where|what|how|will|can"
BODY = (
    "leg|foot|knee|hip|arm|hand|toe|toes|heel|ankle|elbow|shoulder|legs|feet|knees|arms|hands|heels|palms|palm|bum"
    "|bottom|chin|head|neck|side|front|tummy|belly|back|chest|hips|shoulders|elbows|thumb|thumbs|fingers"
)
POSED = (
    "straight|bent|bend|bending|keep|hold|lying|lie|sit|sitting|stand|standing|face|facing|flat|supposed|meant|goes"
    "|go|put|place|point|pointing|move|lift|over|under|front|behind|first|towards|reach|up|down|apart|together"
    "|turned"
)
"""How a question begins, a part of the body, and what is asked of it: *do I keep the back knee straight*."""
NOT_SURE = (
    "how i know|(could|can) be either|(could|can) not [rightly|really|honestly] (tell|say) you|(can"
    "|could) not see whether|i also do not know|have not got the light on|would have to ask|would not know (what"
    "|how|if)|could not swear|not certain|how [on earth|the hell|in the world] (would|should|could|can) i (know"
    "|tell)|hard to (know|say|tell|judge)|(can|could) not [rightly|really|honestly] (tell|say|see) [you] (whether"
    "|if|from|in|it|that|how|love)|have not (looked|checked|noticed either way)"
)
