"""Where words may stand that nobody could list: as data, patterns as in ``sayings.py``; read by ``free_words.py``."""

OPENING = (
    "i|my|it is|it has|it hurts|it feels|it does|it will|it makes|it keeps|it was|this is|this has|this hurts|that is"
    "|that has|that hurts|there is|there are|this one|this stretch|because|since|before|while|otherwise|or|somebody"
    "|someone|everybody"
    "|everyone|we are|we have|we need|you are|you have|you sound|let me|let us|he is|she is|they are|oh|please"
    "|the (pain|cramp|leg|calf"
    "|muscle"
    "|kids|children|baby|phone|door|doorbell|dog|cat|neighbours|music|tv|television)"
)
"""How a sentence begins that says why, before what is asked for or after it ..."""
MORE = (
    "a|once|twice|last|this|about|since|for|in|on|at|when|from|after|during|every|only|mostly|usually|especially"
    "|mainly|quite|very|pretty|both|here"
    "|there|just|all|loads|lots|plenty|tons|heaps|quite|nearly"
)
"""... and what an answer goes on with."""
DO = "i (do|have|did|am|was|can)|it (is|does|has|was|did)|they (are|do)|there (is|are)"
"""What stands before a *yes* that comes late, *I have, yes, twice last year*."""
HAS_IT = (
    "(it|that) happens|i (have|get|do have|do get|have had|am having|am on|am taking|take|do take|feel"
    "|do feel|had|use) (that|this|it|them|those|these)|i (take|do take|have|am on|am taking) (one of|some of"
    "|all of) (them|those|these)"
)
"""How a *yes* goes on that names what was asked for by *that* and *them*."""
STOPPING = (
    "stop [it|this|that|now|please|here|everything]|please stop|make it stop|i (want|need) to stop|that is enough"
    "|i give up|enough|quit [it]|no more|i can not (go on|take it|take this|do this|do it) [any more]|cut it out"
    "|leave me alone|call it off|[that is] enough (of this|already|now)|end (it|this)"
)
"""What stops even among words that nobody knows ..."""
HARDLY_STOPPING = (
    "enough|that is enough|enough of this|enough now|i can not do this|i can not take it|no more|quit|halt|cancel"
    "|abort|end it|end this|quit it|stop that|stop this|stop everything"
)
"""... and of it what does so only with a reason after it."""
BEFORE_A_NOUN = (
    "a|an|the|this|that|my|your|his|her|our|their|its|to|not|never|can|could|will|would|shall|should|may|might|must|do"
    "|does|did|and|or|than|bus|full|pit|truck|tube|tram|taxi|rest|next|last|first|short|dead|door|whistle|f|non|no"
    "|them|him|us|he|she|they|we|who|it|people|one|at|of|for|with|in|on|every|any|some|each|another"
)
"""After these *stop* is a noun, or somebody else's."""
AFTER_A_NOUN = "a|an|the|at|in|on|by|off|over|to|and|or|of|from|with|your|his|her|their|our|being|until|till"
"""Before these it is, or is meant for something else."""
SOMEBODY_ELSE = "feelings|he|she|they|him|her|his|them|their|who|whose|said|told|asked|says|were|thought|guess"
"""Words of a story: what has one of them in it was not said to the coach."""
BOUND = (
    f"{SOMEBODY_ELSE}|a|an|the|at|to|of|from|by|into|onto|over|under|about|with|without|than|that|which|what|where|when"
    "|if|unless|until|or|but|whether|you|your|we|us|our|not|no|for|was|were|had|did|like|as|because|and|in|on|out|up"
)
"""What is no free word in a saying about the cramp: it joins it to something else."""
PLAIN = (
    "hurts|hurt|hurting|hurts more|hurts a lot|hurts so much|killing me|worse|much worse|getting worse|getting tighter"
    "|tighter|tight|tightening|tightening up|painful|more painful|more pain|cramping|cramped|cramping up|a cramp|agony"
    "|in agony|unbearable|sore|same|the same|no change|unchanged|no different|no difference|no better|still there"
    "|still here|coming back|came back|back again|it is back|easing|easing off|easing up|eased|eased off|letting go"
    "|loosening|loosening up|loosening off|loosened up|less painful|less tight|a little better|a bit better"
    "|getting better"
    "|gone|better|let go|stopped|nothing changed|nothing has changed|nothing is happening|wearing off|fading|improving"
    "|going away|less pain|a little less|getting easier|starting to ease|the same as before|knotted up|locked"
    "|seizing up"
)
"""What is said of a cramp and hardly of anything else; the only states that free words may stand beside."""
VERBS_OF_PAIN = (
    "hurts|hurt|hurting|killing me|aches|aching|burns|burning|throbs|throbbing|worse|screaming"
    "|more than before|cramping"
)
"""After these any word is one of how much."""
SURE = (
    "louder|quieter|slower|faster|softer|quicker|continue|resume|pause|skip it|skip this|go back|say again|slow down"
    "|speak up|hurry up|speed up|help|unpause|repeat|turn it down|turn it up"
)
"""Single words and short ones that nobody says of anything else, with a reason after them ..."""
SURE_LAST = (
    "louder|quieter|speak up|slow down|say again|turn it down|turn it up|slower please|say that again|skip it|skip"
    "|skip this|repeat|repeat that|pause"
)
"""... and with one before them."""
HEAD_OF = {
    "slower": (
        "slower|not [quite] (so|as|that|too) (fast|quick|quickly)|[a] bit (fast|quick)|a little [too] (fast|quick)"
        "|more slowly|slow down|slow it down"
        "|too fast|too quick|too quickly|so fast|more slow|less fast"
    ),
    "faster": (
        "pick up the pace|pick up speed|faster|not [quite] (so|as|that|too) (slow|slowly)|bit slow"
        "|a little [too] slow|quicker|more quickly"
        "|speed up|speed it up|hurry up"
        "|too slow|too slowly|so slow|so slowly|more fast"
    ),
    "louder": (
        "louder|not [quite] (so|as|that|too) (quiet|quietly|soft)|[a] bit (quiet|faint)|more loudly|more loud"
        "|turn it up"
        "|turn up|turn the volume up|turn up the volume|raise your voice|speak up"
        "|volume up|too quiet|too quietly|too soft|too softly|so quiet|so quietly|increase the volume|turn the sound up"
    ),
    "quieter": (
        "quieter|not [quite] (so|as|that|too) (loud|loudly)|[a] bit loud|(do not|no need to) (shout|yell)"
        "|you are shouting"
        "|softer|more quietly|more softly|turn it down|turn down|turn the volume down|turn down the volume"
        "|lower your voice|too loud|so loud|so loudly|volume down|keep it down|less loud|less loudly|more quiet"
        "|more soft"
        "|decrease the volume|turn the sound down|lower the volume"
    ),
    "longer": "longer|more time|too short|more seconds",
    "shorter": "shorter|less time|too long",
}
"""What is turned up or down, in words that are only taken together with ..."""
COMPARING = (
    "rather|quite|too|just|really|very|fairly|go|going|speak|speaking|talk|talking|count|counting|read|say it|say that"
    "|do it|make it|turn it|be|play it|take it"
    "|set it|make that|it|that|this|your voice|the voice|the volume|the sound|the pace|the speed|voice|volume|sound"
    "|you are|that is|it is|this is|a bit|a little|a little bit|a tiny bit|even|way|far"
    "|slightly|somewhat|some|a touch|a tad|a lot|lots|much|still|more|a bit more|a little more|a lot more"
    "|there|here|give|add|allow|than (that|this)|again|for me|on this one|this time|every time|today|tonight"
    "|the whole thing|everything|one bit"
    "|too|is|are|keep it|hold it|hold this|hold that|hold|i need|need|give me|stay|bit|make this|this one|it all"
    "|by half|in here|you|the next one|do this|do that|from now on|when you speak|with it"
)
"""... what may stand around it."""
AROUND = {
    "back": "take me|bring me|get me|to|the|one|step|stretch|exercise|jump|a|i want|we|move|two|wait",
    "next": "take me|bring me|get me|to|the|one|stretch|exercise|let me have|show me|i want|on|wait",
    "say again": (
        "wait|sorry|excuse me|tell me|read|the last (bit|part|line|thing|sentence|instruction|word)|that part"
        "|you just said|you said|what you said|were you saying|what did you just say|that last (bit|part)"
        "|did you say something"
        "|one more time|once more|once again|for me"
    ),
    "pause": (
        "wait|hold|on|just|give me|i need|need|take|for|little|quick|short|few|two|five|one|a|there|second|minute"
        "|moment"
        "|seconds|minutes|breather|half a|stop there|catch my breath|to|breathe|rest|have|let me"
    ),
    "ready": (
        "wait|for it|to (go|start|begin|do it|do this)|when you are|for this|as i will ever be|with it|for the next one"
    ),
    "resume": (
        "wait|from where (we|you|i) (were|left off|stopped)|where we (were|left off|stopped)|with this|with that|to"
        "|i want"
    ),
    "right": (
        "in|on|it|is|that|this|hurts|hurting|cramping|cramp|cramped|in the|down|the|only|again|this one|down there|has"
    ),
    "left": (
        "this one|only|in|on|it|is|that|this|hurts|hurting|cramping|cramp|cramped|in the|down|one|my|the|again|side"
        "|leg|down there|has"
    ),
    "both": (
        "in|on|it|is|that|this|hurts|hurting|cramping|cramp|cramped|in the|my|the|again|legs|calves|of|are|hurt|have"
        "|in my"
    ),
    "help": "i need|some|somebody|someone|with this|with it|quick",
    "how": "wait|tell me|show me|please show me|that|it|this|this one|the next one|should i be doing",
}
"""Words that say nothing beside the wordings of one phrase."""
REMAINING = "left|to go|remaining|longer|more|to hold|until (it is over|we are done|i am done)|to do|over|done|finished"
"""How a question ends that asks for the time ..."""
REMAINS = "how (much|many|long|far|soon)|when (is|are|am|will|do|does|can) [it|this|that|we|i]"
"""... and how it begins."""
HOW_TO = (
    "how (do|should|must|can|could) i (do|hold|put|stand|sit|lie|place|move|bend|stretch|pull|push)"
    "|how am i (supposed|meant) to (do|hold|put|stand|sit|lie|place|move|bend|stretch|pull|push)"
    "|how (does|is) (this|that|it) (one|stretch|exercise) (done|work|go)|how to do (it|this)"
    "|how (does|do) (the next|this|that) one|(what|where) (do|should|am|must) i (do|doing|put|place|hold"
    "|supposed to do) [with] (my|this|the|that)|which (way|leg|foot|hand) (do|should|must) i|i do not (know|see"
    "|get) how (to do (it|this|that)|it works|this works)"
)
"""How a question begins that asks for the stretch to be explained."""
MISSED = (
    "i (did not|could not) (hear|catch) (that|you|it|what|the last|your|a word|any of)"
    "|i did not (get|understand) (that|what|the last|a word|any of)|i missed (what|the last) [you|bit|part|one]"
    "|what (did|were|was) (you|that) [just] (say|said|saying|tell me)|what (is|was) that (you said|you just said"
    "|again)|what was that about"
    "|(can|could|would|will) you [please] (say|repeat) (that|it|what you said|the last bit|the last part|yourself)"
    "|(say|read|repeat) (that|it) [to me] (again|once more|one more time)"
)
"""How it begins when the last line was missed."""
WHERE = {
    "in bed": (
        "[still] (lying|laying) (in|on) (my|the|a)|[still] (lying|laying) in bed|i am [still|just] (lying|laying"
        "|laid|in bed|in my bed)|[i am] [still] (in|on) (my|the) bed|i am [still] on the (floor|ground|bed|carpet"
        "|mattress)"
    ),
    "on a chair": (
        "(sitting|sat) [down] (in|on|at) (my|the|a)|i am [still] (sitting|sat|seated)|i am in (a|my|the) (chair"
        "|armchair"
        "|wheelchair|car|sofa)"
    ),
    "standing": (
        "(standing|stood) (in|on|at|by|next to|beside) (my|the|a)|i am [still|already] (standing|stood|on my feet)"
        "|i have (managed to (stand|get up)|got up|stood up)|[up] on my feet"
    ),
}
"""How it begins when somebody says where they are, whatever follows."""
INAUDIBLE = (
    "[i] can (not|hardly|barely) (hear|make out) (a|any|what|the|your|it|you)|i can (not|hardly|barely) make you out"
    "|i can not understand [a|any] (word|what)"
)
CHEST = (
    "i can (not|hardly|barely) breathe|i am struggling to breathe|(it is|i find it) (hard|difficult) to breathe"
    "|i have trouble breathing|i can not (get|catch) (my|any|enough) (breath|air)"
)
"""How a saying begins that is an alarm, whatever follows."""
SETTLING = (
    "let me [just|first|quickly] (sit|lie|lay|stand|roll|rest|breathe|get up|get out|get my breath|get my bearings"
    "|turn over|move over)"
    "|i (need|have|want) to (sit|lie|lay|roll|rest|breathe)"
)
"""How it begins when a moment is needed."""
AFTER_A_NUMBER = "it|i|very|really|because|definitely|honestly|maybe|perhaps|probably|at"
"""With these a reason for a number begins, or how sure it is."""
