"""How it is said in Scotland, Ireland, the American South, India and Australia, as patterns as in ``sayings.py``."""

ALSO = {
    "yes": (
        "i do be (having|getting|feeling) (it|that|them)|[i do be (having|getting) (it|that|them)] the odd time"
        "|(i|it) (do|does) so|[i] reckon so|[i] reckon (i do|i have|it is|it does)|you (bet|betcha)|too true"
        "|[it is] there (from|since) (two|three|four|some|many|few) (days|weeks|months|years)|now and again yeah"
        "|so i do|so it is|indeed and (i do|i have|it is)|i might could|it does be"
    ),
    "no": (
        "(divil|devil) a bit|not (to speak of|so you would notice|that you would notice)|nothing to speak of"
        "|[no] i sure (do|have|am|did|can) not|[no] nothing like that is there|not on your (life|nelly)|no (siree|fear)"
        "|not a (sausage|jot|sign)|nothing of that sort|i have none|[no] there is none|never ever|none of that"
        "|[no] that (kind|sort) of thing is not there|no such thing is there"
    ),
    "not sure": (
        "(i|me) (could|can|would) not (say|tell|tell you|know) one way or (the other|another)|now you are asking"
        "|you have (got me|me) there|that is a (hard|tough) one|[i] (would|do) not have a (clue|notion|baldy|scooby)"
        "|not a (notion|baldy|scooby)|i am not getting (what to say|it)|i would not like to say"
        "|your guess is as good as mine|i am in two minds|i do not rightly know"
        "|not (fully|hundred percent|one hundred percent|a hundred percent) (sure|certain)"
        "|now you are asking i would have to (look|check|see)|hard to know|i could not rightly (say|tell)"
    ),
    "resume": (
        "(off|away|on) we go again|away we go|[let us] crack on|work away|drive on|keep her (going|lit)|go on so"
        "|fire away|go on ahead|carry on so|let us be at it"
    ),
    "pause": (
        "(hang|hold) on there [now|a bit|a minute|a second|a tick]|whoa there|just a tick|wait only|wait na"
        "|give us a tick|wait there now"
    ),
    "next": "let us move on to the next one|next one only|give next [one]|tell [me] [the] next [one]",
    "slower": (
        "[you are] [going|talking] (over|awful|wild|fierce|way) fast [for me]|(tell|say) [it|me] (slowly|slow)"
        "|slowly slowly|slow slow|go easy|not so quick now"
    ),
    "faster": "fast fast|(tell|do|make) it (fast|quick)|quick quick|chop chop|get a wriggle on|look lively",
    "louder": (
        "tell (loudly|louder)|i am not (hearing|able to hear) [you|it|anything]|your voice is [too] (low|not coming)"
        "|voice is not coming|speak out|can not hear nothing"
    ),
    "say again": (
        "say what now|what is that you (said|say|are saying)|what was that you said [there]|what did you say there"
        "|tell [me] (again|once more|one more time)|how is that again|run that by me again|what is it you (said|say)"
        "|i was miles away|come again there"
    ),
}
"""Phrase of the vocabulary -> what else is said for it."""
STOP = (
    "pull the pin|i would (rather|prefer) [it if|that] you stopped|i would like you to stop|kindly stop"
    "|(hush|shut|quiet|quieten) [up|down] and (stop|quit)|whisht and stop|hush up and quit|call it quits"
    "|(chuck|jack) it in|away and stop it|leave it so|enough enough|enough only"
)
STATES = {
    "gone": "after (going|stopping|letting go) [away|off]|done (gone|quit|stopped)|gone only|clean gone|finished only",
    "easing": (
        "coming (good|right|round)|letting up|(letting go|easing|easing off|better|letting up|backing off|loosening"
        "|loosening up) some|becoming less [less]|less less"
        "|reducing|coming down|some better|simmering down|(letting go|easing) a (bit|little) at a time|after easing"
        "|giving way|slackening|on the turn"
    ),
    "same": (
        "giving me (curry|grief|gyp|jip|bother)|playing up|the very same|(same|there) only|stuck fast|locked solid"
        "|there yet|as bad as ever|as sore as ever|at me"
    ),
    "worse": (
        "after (coming back|starting again|getting worse|coming on again)|coming [on] again|starting up again"
        "|at it again"
        "|(fixing|about|going) to get worse|paining (more|too much)|worser|(acting|playing) up again"
        "|back with a vengeance|kicking off again|giving me (hell|gyp) again"
    ),
    "hurts": (
        "crook|(fierce|wild|desperate|pure|dead|mighty) (sore|bad|painful)|a (bad|nasty|sharp|terrible|right bad) one"
        "|louping [sore]|murder|brutal|desperate|shocking|rotten|giving me (hell|what for)"
    ),
}  # fmt: skip
"""The same for how the cramp is."""
SHE = "she is|she has|she feels"
"""What some call it; that she is gone may be somebody else, and is asked again."""
LOOSE = "on me|only|the now|all the way|down under|there now|at me"
"""What says nothing beside a state."""
SPELLINGS = {
    "noo": "now", "mair": "more",
    "ma": "my", "yer": "your", "aboot": "about", "oot": "out", "doon": "down", "sair": "sore", "wi": "with",
    "gie": "give", "fae": "from", "ower": "over", "michty": "god", "awfy": "awful", "aff": "off", "hae": "have",
    "tis": "it is", "whisht": "hush", "wheesht": "hush", "yous": "you", "youse": "you", "lil": "little",
    "nuthin": "nothing", "nuffin": "nothing", "summat": "something", "mebbe": "maybe", "awright": "all right",
    "fixin": "fixing", "paining": "paining", "darlin": "darling", "prolly": "probably", "probly": "probably",
    "deffo": "definitely", "tho": "though",
    "ty": "thanks", "tbh": "honestly", "omg": "god", "brb": "be right back", "cheers": "thanks",
    "idk": "do not know", "yh": "yeah", "yeh": "yeah", "rn": "right now",
    "abt": "about", "wud": "would", "cud": "could", "betta": "better", "guid": "good", "noht": "nothing", "nop": "no",
    "swelled": "swollen", "swelt": "swollen", "loupin": "louping", "gettin": "getting", "lettin": "letting",
    "hurtin": "hurting", "dat": "that", "dis": "this", "em": "them",
}  # fmt: skip
"""One spelling for each word of theirs, and of those who type with a thumb."""
