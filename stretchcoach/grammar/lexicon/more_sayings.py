"""What else is said for a phrase, rarer and longer: for the grammar alone, as patterns as in ``sayings.py``."""

ALSO = {
    "pause": (
        "(just|wait|give us|give me|hang on|hold on|wait just|can i have|have|i [just] need) (a|one|half a) [little"
        "|quick"
        "|short|wee] (moment|second|minute|tick|mo|jiffy|breather)|(give me|give us|i need) (two|five|a couple of)"
        " minutes|i (need|have to|need to|must|have got to) [go to|use|nip to] the (loo|toilet|bathroom)"
        "|give us a break|(wait|hang on|hold on) a [little] (bit|while)"
        "|i (need|have) to (pee|go to the loo|get up)|"
        "wait (there|here) a (moment|second|minute|bit)|give me (time|a break|a breather|five)|not yet wait|pause (for"
        "|it for) a (moment|second|minute|bit)|hold your horses"
        "|hold (up|on) (there|a bit|a while)|stay put|stop for a (moment|second|minute|bit)|i need (a breather"
        "|to breathe|to catch my breath)|need a (breather|breath)|easy now|steady on|slow up"
        "|hold fire|sit tight|wait for it|just wait|i am not ready [yet]|not ready [yet]|i was not ready|one tick"
        "|two ticks|half a tick|two seconds|give me two seconds|just two seconds|bear with me|back in a (moment|second"
        "|minute|bit)"
        "|let me get (comfortable|settled|into position|in position)|hang about|stand by|put it on (hold|pause)"
        "|timeout|take a break|have a break"
    ),
    "resume": (
        "let us (get on with it|get back to it|keep going|go again|resume|pick it up)|get on with it|get back to it"
        "|pick up where (we|you) left off|i am ready to (go on|continue|carry on|go again)|start up again|on we go"
        "|off we go|(on|off|away) you go|crack on|(okay|right|just) go"
        "|carry on then|as you were|play on|un pause|restart it|ready again|i am ready again|start again|go again"
        "|back on|you can start again|okay to continue|shall we (continue|carry on|go on|resume)"
        "|ready when you are again|press on|keep it going|do carry on|do continue"
    ),
    "next": (
        "moving on|(i will|i am going to|i would rather) (skip|leave|miss) [this|it|that|this one|that one] [out]|i am"
        " skipping [this|it|this one]|(leave|miss) (this|that) [one] out|(done|finished|ready for) [the] next [one]"
        "|i am (done|finished) next|i have (done|finished) next|[a|one] (new|different) (stretch|exercise)|[done"
        "|finished] with this one|"
        "what is the next [one|stretch|exercise|thing|step]|what comes next|what is (after|following) (this|that)"
        "|move (on|along) [now|then]|on to the next [one|stretch|exercise|step] [then]|onto the next [one|stretch"
        "|exercise]|let us move on"
        "|let us do (the next|another|a different) [one]|(can|could) we (move on|skip ahead|do another"
        "|do a different one)|a different one|do a different one|give me (another|a different) one|pass on this"
        "|pass on that|i will pass|jump ahead|leave this one|miss this one|miss this out"
        "|forget this one|enough of this one|fast forward|go forward|proceed to the next [one]|the one after|next up"
        "|get to the next [one]|i can not do (this one|that one)|i would rather not do (this|that) one|let us (skip"
        "|miss|leave) (this|that|it) [one]"
    ),
    "back": (
        "[go to|do] [the|that] last (one|stretch|exercise) again|go to the (last|previous) (one|stretch)|go (back"
        "|backwards) (two|again|a bit|a stretch|an exercise"
        "|to the start|there)|(can|could) (we|you|i) go back [to the (last|previous|first) one]|the earlier one"
        "|back a (step|bit|stretch)|rewind|return to the (last|previous) (one|stretch|exercise)|one before"
        "|(take|bring|get) (me|us) back [one|a step|to the (last|previous) one]|the one we (did|had) before"
        "|the one we just did|what was the (last|previous) (one|stretch)|to the previous [one]"
        "|the stretch before (that|this)|do the (last|previous) one again|the prior one|reverse"
    ),
    "repeat": (
        "(start|begin|go) again from the (beginning|start|top)|one more please|"
        "another one of (those|that)|do another|run (it|that) (again|back)"
        "|play (it|that) again|show (it|that|me) again|go over (it|that) again|let us (repeat|redo) [that|it|this]"
        "|redo [that|it|this] [one]|the same [one] again|this one again|that one again"
        "|(can|could) (i|we|you) do (it|that|this|that one|this one) again|back to the (start|beginning)"
        "|take it from the top|from scratch|again from the (top|start|beginning)|all over again|i want to do (that|it"
        "|this) again|let me (repeat|redo) (that|it|this)"
    ),
    "say again": (
        "what (was|is) it [that] you (said|say)|(wait|hang on|hold on) (what|huh|pardon)|(did not|could not) (hear"
        "|catch|get) (that|you|it|what you said)"
        "|missed (that|it)|you said what|what you (say|said)|i (have not"
        "|not) understood [that|you|it]|i not"
        " understand|"
        "you what|say what|what now|what did (it|that) say|(read|say|tell me|give me) the last (bit|part|line|one"
        "|thing) [again|once more]|what was the last (bit|part|thing)|i (missed|lost) (you|it|that bit|that part"
        "|the last bit|the last part)|i was not listening|i did not (follow|get) [that|you|it]|come again"
        "|what was that (again|you said|last bit|last part)|what are you saying|what were you saying"
        "|can not understand you|i can not understand you|speak (clearly|more clearly)|say it (slower|slowly|properly)"
        "|sorry what|what sorry|beg pardon|your pardon|pardon what|once more for me"
        "|repeat yourself|repeat your last|repeat the last (one|thing|bit|part)|what was i meant to do"
        "|what did you want me to do|(can|could|would) you (repeat|say) (it|that|that bit|that part|the last bit)"
        "|i did not quite (hear|catch|get) (that|you|it)|run that (by|past) me again|tell me (that|it) again|huh what"
        "|say huh|eh what|what eh"
    ),
    "how": (
        "i am not sure how to (do|hold) (this|that|it) [one]|explain [it|that|this] (again|more|please|once more"
        "|to me|in more detail|properly|better)|how is (it|this"
        "|that) supposed to (go|work|be)|(can|could|will|would) you (explain|show me)|show me (again|what to do"
        "|what you mean)|teach me|give me (details|more detail|instructions)|what exactly do i do|what is (it"
        "|this) for|what does (it|this) do|why should i"
        "|i am (confused|lost)|i have no idea how|not sure how|i am not sure how|how again|how do you do (this|that|it"
        "|this one|that one)|how exactly|what position"
        "|what do you want me to do|what should it look like|am i doing (it|this) right|am i doing that right"
        "|describe it|describe (this|that)|demonstrate|more info|more information"
    ),
    "longer": (
        "(can|could) (i|we) (have|get) (more|a bit more|a little more|some more) time|a (bit|little) more time"
        "|keep (it|this|that) [going] longer|stay [here|like this] longer|hold (it|this|that|on) [for] (longer"
        "|a bit longer|a little longer)|not long enough|that (was|is) not long enough|extend (it|this|that|the time)"
        "|another ten seconds|ten more|ten more seconds"
        "|(five|twenty|thirty) more seconds|another (five|ten|twenty|thirty) seconds|another (minute|half a minute)"
        "|one more minute|a few more seconds|add (a bit|some|more|a few seconds|more time)|give (it|me|this) longer"
        "|that was too (short|quick)|more seconds|for longer"
    ),
    "shorter": (
        "less (long|time)|cut it short|make (it|this|that) (less|quicker|briefer)|not [for] (so|that|quite so) long"
        "|reduce the time|shorten (it|this|that|the time)|fewer seconds|ten seconds less|that is too long"
        "|i can not hold (it|this|that) (that|so) long|i can not hold it"
    ),
    "slower": (
        "slow (it|that|yourself) down|(slow|slower) (please|slow)|please slow|ease up|take your time"
        "|not that fast|less speed|lower the (pace|speed|tempo)|reduce the (pace|speed)|i can not (keep up"
        "|follow that fast)|you are (rushing|racing) [me]|do not rush [me]|i can not follow you|do not go so fast"
        "|do not talk so fast"
        "|too much of a rush|slower pace|go (slow|slowly|easy)|bit by bit please"
    ),
    "faster": (
        "hurry (it|this|that|things) up|speed (it|things|this|that) up|(get|come) on with it|a bit (quick|quickly)"
        "|pick (it|up) [up] the pace|raise the (pace|speed|tempo)|this is too slow|you are (dragging|so slow)"
        "|too much time|move it|chop chop|get a move on|step on it"
    ),
    "louder": (
        "i am [a bit|a little|very|quite] hard of hearing|raise (your|the) (voice|volume)|hard to hear [you]"
        "|it is hard to hear [you]|i am [a bit|a little|slightly"
        "|rather] deaf|speak (out|loud|loudly|harder)|turn yourself up|i can only just hear you"
        "|i did not hear anything|make (it|yourself) louder|crank it [up]|pump it up|boost the volume|full volume"
        "|max volume|louder louder|up a bit|up up|you are (mumbling|whispering|faint|quiet)"
        "|your voice is too (quiet|soft|low)|(volume|sound) (higher|louder|more)|higher volume|increase (the"
        "|your) (volume|sound)|give me more volume|more sound|do speak up"
    ),
    "quieter": (
        "lower (it|your voice|the sound)|(volume|sound) (lower|less|softer)|lower volume|decrease (the|your) (volume"
        "|sound)|reduce the (volume|sound|noise)|pipe down|tone it down|hush now|be more quiet|not (so|too) much noise"
        "|too much noise|(do not|no need to|stop) (shout|shouting|yell|yelling) [at me]|you are (shouting|yelling"
        "|deafening"
        "|blaring)|use your (inside|indoor) voice|keep quiet|your voice is too loud"
        "|you will wake (the|my|him|her|them|up) [baby|kids|children|wife|husband|neighbours|whole] [house]|(the baby"
        "|everyone|everybody|my wife|my husband) is (asleep|sleeping)|people are (asleep|sleeping)|(he"
        "|she) is (asleep|sleeping)|(speak|talk) (quietly|softly)|whisper|down a bit"
        "|turn (yourself|that) down|turn it (low|lower|right down)|less volume|less noise|a bit less"
    ),
    "how long": (
        "(is (it|this|that) going to|will (it|this|that)|does (it|this)) take (long|much longer|a long time)|"
        "is (this|it|that) (nearly|almost) over|[is there|have (i|we) [got]|do (i|we) have] [much] (long"
        "|longer) (left|to go)|"
        "how (much|long) (more|longer|is there) [of this|to go]|how many more [of (these|those|them)]|how long have (i"
        "|we) (got|left)|how long (should|must|do|am|have) (i|we) [got to] (hold|keep|wait|do) [it|this|that|here|for]"
        "|are we (there|done|finished|nearly there|nearly done) yet|is (it|that|this) (over|finished|done|it) [yet|now"
        "|soon]|(nearly|almost) (there|done|finished|over)"
        "|am i (done|finished|nearly done|nearly there) [yet]|when (does|will|do) (it|this|we|i) (end|finish|stop"
        "|be over|get to stop)|(is|are) (it|we) (nearly|almost|about) (over|done|finished|there)|how far (in"
        "|through) are we|how much further|much longer|long to go|any more to go|how many to go"
        "|what is the time remaining|what is the countdown"
        "|count down|how many (seconds|minutes) (remain|remaining|have i got|do i have|more)|time remaining"
        "|remaining time|time check"
    ),
    "ready": (
        "(okay|right|just) go|let us (get going|get started|crack on|get on|roll|rock|hit it|have it|do this thing)"
        "|get going|get started"
        "|all ready|i am all ready|we are all set|start (us|me|things|this|that|it) off|kick off|let us kick off"
        "|begin now|in place|i am in place|fire away|go ahead and start|hit it|okay ready|count me in|i have done (it"
        "|that)|done that now|you can (start|begin) [now]|you may (start|begin)|(we|you) can start"
        "|i am (there|here|up|down|standing|sitting|lying) ready|ready and waiting|ready to (roll|rock|start|begin)"
        "|as ready as i will ever be|about ready|ready as ever|start the clock|start counting|i am ready for (it|this"
        "|the next one)"
    ),
    "help": (
        "(can|could|will|would) you help [me] [please]|i need (your|more|urgent|medical) help|what are (my"
        "|the) (options|choices|commands)|what do i (need|have) to (do|say)"
        "|what do i say to (stop|pause|go on)|i am in trouble|which (words"
        "|commands) [are there]|list (the|my) (commands|options|words)|call (nine one one|emergency"
        "|the emergency services|a nurse|the nurse|my mum|my mom)|i need my (mum|mom|wife|husband|son|daughter|doctor)"
        "|ring for (an ambulance|a doctor)|phone for (an ambulance|a doctor)|ring (my|an|the|for) (ambulance|doctor"
        "|wife|husband"
        "|son|daughter|help)"
        "|phone (my|an|the|for) (ambulance|doctor|wife|husband|son|daughter|help)|get (my|a|the|an) (ambulance|doctor"
        "|wife|husband|son|daughter|nurse)|i can not get up|somebody please"
    ),
    "left": (
        "(my|the|in the|in my|it is the|it is my|it is in the|it is in my|that is the|that is my|on the|on my|just the"
        "|just my|only the|only my) left (leg|one|side|calf|foot|hand side|lower leg|shin|thigh)|left (only|hand side"
        "|leg only|calf only|one only|please|this time|for me)|the one on the left|left left|lefty"
        "|the left one (hurts|is cramping|is bad)"
    ),
    "right": (
        "(my|the|in the|in my|it is the|it is my|it is in the|it is in my|that is the|that is my|on the|on my|just the"
        "|just my|only the|only my) right (leg|one|side|calf|foot|hand side|lower leg|shin|thigh)|right (only"
        "|hand side|leg only|calf only|one only)|the one on the right|the right one (hurts|is cramping"
        "|is bad)"
    ),
    "both": (
        "both (my|the|of my|of the) (legs|calves|feet|sides)|[it is] [in|on] both (my|the|of my|of the) (legs|calves"
        "|feet|sides)|left and right both|both (hurt|legs hurt|calves hurt|of them hurt|are cramping|legs are cramping"
        "|at the same time|together|please|equally)|[the] two (legs|calves|sides|feet)|each leg|either leg"
        "|each of them|every leg|the pair [of them]|one and the other"
    ),
    "in bed": (
        "i am [still|just] [lying|laying|laid|tucked up|sitting up] (in|on|under) [my|the] (bed|covers|duvet|mattress"
        "|blankets)|(on|lying on|laying on|sitting on) the (floor|ground|carpet|rug|bathroom floor)|i am (lying|laying"
        "|flat) (here|flat|down|back|on my back)|under the covers|in the bed|on the bed|on my bed|i am on the bed"
        "|i have not got up|still in bed|lying (here|flat|on the bed|in the dark)|flat on my back"
    ),
    "on a chair": (
        "(in|on|sitting in|sitting on|sat in|sat on) (a|my|the) (chair|sofa|couch|armchair|wheelchair|stool|bench"
        "|edge of the bed|recliner|settee|car|train|bus|plane)|i am (in|on|sitting in|sitting on|sat in|sat on) (a|my"
        "|the) (chair|sofa|couch|armchair|wheelchair|stool|bench|edge of the bed|recliner|settee|car|train|bus|plane)"
        "|i am (sat|seated)|i am sitting (here|at my desk|at the table)|at the table|at a desk"
    ),
    "standing": (
        "i am [just|already|still] (standing|stood) [here|up|now|already|by the bed|next to the bed|in the kitchen"
        "|in the hall|in the bathroom]|(on|up on) my feet|i have (got|stood) up|i have got out of bed|i am out of bed"
        "|i can stand|i got (up|out of bed)|out of bed|up and about|i am upright"
    ),
    "yes": (
        "[yes|yeah|yep] it happens|(yes|yeah|yep) it (hurts|happens) (sometimes|often)|"
        "[that is|it is] a yes|i would say (so|yes)|afraid so|[yes|yeah] you (could|can|might) say (that|so)"
        "|every (other"
        "|second|single) (day|night|week)|[a] couple of times [a day|a night|a week|a month]|(yes|yeah|yep) (it|i)"
        " (always|often|usually|sometimes) (does|has|is|do|have|am)|(yes|yeah|yep) (this|that) (i have|i do)"
        "|i (do take"
        "|take|have|do have) (them|some|those)|(yes|yeah) (both|both legs|in both [legs])|"
        "you bet|you betcha|totally|sure (thing|do|did|have|am|is)|too true|by all means|that it (does|is)|so (it"
        "|i) (does|do|is|am|have)|it sure (does|is|has)|damn right|hell (yes|yeah)|bang on|spot on|quite so"
        "|unfortunately yes|i fear so|i am sure|i am sure (it|i) (is|do|does|have)|it (does|is|has) indeed|i (do|have"
        "|am|did) indeed|indeed (it|i) (does|is|do|have|am|did)|as it happens"
        "|yes (a lot|lots|often|always|once|twice|every night|every day|at night|last night|last week|this morning"
        "|yesterday|today|recently|lately|before|for years|for ages|for weeks|for days|of late|it hurts there"
        "|all the time|most days|most nights|a few times|some|mostly|more or less|kind of|sort of|in a way|possibly"
        "|probably|i think|i suppose|i reckon|i believe|indeed i do|of course i have|quite a (lot|bit)|a great deal"
        "|ever so|very|definitely)"
        "|to some (extent|degree)|in a way|somewhat|slightly|a fair bit|a great deal|every (day"
        "|night|time)|all the time|most (days|nights)|once in a while|on and off|off and on|i (think|believe"
        "|suppose) i (do|have|did|am)|i (think|believe|suppose) it (is|does|has)"
    ),
    "no": (
        "no uh|no (i|we|they) is not|"
        "(that is|it is) a no|i would say (not|no)|no i would not say (that|so)|never before|[no] not before"
        "|[no] i [have]"
        " never had (it|that|this|one) before|i have never|nothing i can think of|(this|that) (i have|i do) not|(no"
        "|nah) (this|that) i"
        " (have|do) not [have]|no not for a (while|long time)|no chance|no (it|that|everything|all|my leg"
        "|my calf) (is|looks"
        "|feels|seems) (fine|normal|good|okay|all right|as usual)|(no|nah) (all|i am|it is|that is) (good|fine|well"
        "|okay)|no is the answer|"
        "i am afraid not|[no] i do not think (i|it|there) (do|does|is|have|am|did|has|was|are)|no i am afraid not"
        "|i (think|guess|hope|suppose|believe|should think) not|no i (think|guess"
        "|hope|suppose) not|[no] i (never|have never) (had|felt|noticed|seen) [that|it|this|one|any"
        "|anything like (that|this|it)|any of (that|those|it)]|[no] i (have|had) no (such thing|problem|problems"
        "|trouble)|nowt|zilch|nada|not one bit|in no way|by no means|no sign of (it|that)|no signs [of it|of that]"
        "|no nothing (at all|of the sort|i can think of|unusual)|[no] not (at the moment|that i am aware|that i know"
        "|so much|in the slightest|in the least|ever|once|even once|as such|for me|a thing|a jot|lately no|at all no"
        "|for years)|no (not a bit|never ever|never once|certainly not|definitely not|absolutely not|none of that"
        "|none of those|neither|no thank you|no no)|[no] (it|that) (never|has never) (does|did|has|happened)"
        "|never ever|never in my life|not in my life|not likely|[no] (it|that) is (fine|normal) no|[no] nope"
    ),
    "not sure": (
        "i do not know how to (say|put it)|"
        "[i] can not (say|tell|answer) (it|that|you) [that]|i have no (idea|clue) about (it|that)"
        "|not that i would know"
        "|[i] have not (a|the) (clue|foggiest|faintest|scooby) [idea|really]|[i am] not (a|one) hundred percent (sure"
        "|certain)|not (too|so|very) sure about that one|who can (tell|say)|probably no|maybe (yes|no)"
        "|could go either way|"
        "[i am] not [really|quite|so|too|very|that|entirely|at all] (sure|certain) (about (it|that|this|that one"
        "|this one)|of it|of that"
        "|really|to be honest|yet|right now)|i (could not|can not|could not possibly|can not really) (say|tell|answer"
        "|remember)|[i] could not (say|tell)|your guess is as good as mine|it is (hard|difficult|tricky|tough) to (say"
        "|tell|know|judge)|(hard|difficult|tricky|tough) (one|question|to judge|to answer)|i do not [really"
        "|honestly] (know|remember|recall|think i know)|i have not noticed|never (thought about it|noticed|checked)"
        "|i have never (thought about it|checked|looked)|i have not (looked|checked)|(can not|could not) be (sure"
        "|certain)|maybe (so|a bit|sometimes|it is|i do|i have)|may well be|it is possible|might have|i might have"
        "|could have|i could have|perhaps (a bit|a little|so)|i do not (know|think i can say)|undecided|in two minds"
        "|fifty fifty|pass on that|somewhere in between|in between|both and neither|you tell me|might (do|have|be)"
        "|i might (do|have|be)|i (could not|can not"
        "|would not) swear to it|no way of knowing"
        "|i have to think"
    ),
    "none": (
        "no pain (whatsoever|any more at all|today|left)|nil|pain free now|without pain|not any pain|none at all"
        "|nothing at all"
    ),
}

STATES = {
    "gone": (
        "got rid of it|rid of it|done the trick|did the trick|quit|packed in|right as rain|good as new"
        "|stopped completely"
        "|[the|my] (it|cramp|pain|spasm) is away|(it|pain|cramp) (is|has) (cleared up|resolved|passed off)"
        "|back to (how it was"
        "|as it should be)"
        "|it is back to (normal|how it was)|worn off|gone quiet|(gone|went) (right|clean) (off|away)"
        "|calmed right down|sorted out|free again"
        "|perfectly fine|all gone away|let loose"
    ),
    "worse": (
        "gone (tight|hard|rigid|stiff|into spasm)|coming on again|back with a vengeance|up again|kicked in|kicking in"
        "|kicking off|gone worse|off again"
        "|started up again|starting up again|acting up|playing up|getting harder|getting bad|getting sorer|going crazy"
        "|going mad|gripping me|getting bad again|bad again|worse again|back once more|right back|shooting up"
        "|here it (comes|goes) again|doing it again|another cramp|got another one|so much pain"
        "|you (are making|made|have made|make) it [even|much] worse|in so much pain|(cramp|pain) is back"
        "|worse than (ever|before|it was)|stronger than (ever|before)|tighter than (ever|before)|more than before"
    ),
    "hurts": (
        "giving me (hell|gyp|grief|jip|agony|what for)|dreadful|ghastly|brutal|nasty|dire|vile|hellish|a nightmare"
        "|frightful|agonising|agonizing|the worst"
        "|like a knife|like fire|on fire|burning|burns|throbbing|throbs|stinging|stabbing|shooting|crippling|blinding"
        "|such pain|in such pain|so painful|very painful|too sore|pure agony|sheer agony|torturing me|hurting me"
        "|murdering me|doing me in|rotten|beastly|(so|very|really|awful|awfully|right|dead|terribly|pure) sore"
        "|you are hurting me"
    ),
    "same": (
        "locked up|nothing doing|no go|no relief|no progress|stuck fast|rigid|knotted"
        "|[as] hard as (a rock|rock|stone|iron|nails|a board)|bunched up|clenched|seized|seized up|in spasm|spasming"
        "|twitching|going strong|there still|lingering|persistent|persisting|as it was before|all knotted up"
        "|bad as ever|same old|remains|unchanging|it is (still going on|holding on)|(does|will) not want to (go|let go"
        "|ease|stop|shift|budge|leave)|[just] about as (bad|sore|tight|painful)|more or less the same|not changing"
        "|got the cramp|as tight as (a drum|anything)|still on|sticking|in a ball|no shift|no movement|no different"
    ),
    "easing": (
        "on the turn|coming round|less (intense|severe|strong|tense|sharp|cramped)|quietening down"
        "|petering out|tailing off|ebbing|ebbing away|tapering off|abating|giving way|giving in|turning the corner"
        "|better"
        " (already|every minute|by the minute|bit by bit|little by little|and better)|getting (there|better and better)"
        "|a bit less|a little less|somewhat less|not hurting (so|as|that) (much|bad|badly) [any more"
        "|as before]"
        "|not (hurting|hurt) as much|half gone|on it is last legs|bit (easier|looser|softer|less)|looking up"
        "|(coming|slacking|slackening) (away|off)|tolerable|(almost|just about) there|getting (softer|looser)"
        "|dying off|softer|[a] (little|bit|tiny bit) (softer|looser|easier)"
        "|down a (bit|little)|letting me go|(the worst [of it]|worst of it) (is over|has passed|is past|has gone)"
        "|(over|past) the worst|it is (giving up|giving)|i can (bear|stand|manage) it now|this helps [a bit|a little]"
        "|that helps (a bit|a little)|(go|goes|going) better|not [nearly|quite] (as|so) (bad|painful|sore|tight|hard"
        "|strong|intense) as (it was|before|that|earlier)"
    ),
    "budge": "gone anywhere|improvement|relief|progress|let me go",
}
"""The same for how the cramp is."""
