"""Signs of more than a cramp, told in a sentence: *my mouth's gone droopy on one side*, *I heard a crack*; as data.

Regular expressions over plain words, in addition to ``sign_words.LOOKS_FOR``.
"""

_LEG = (
    r"(?:(?:my|the|this|that|one|me|both) |^)(?:(?:left|right|whole|lower|bad|sore|other|poor|my|of) )*"
    r"(?:leg|calf|foot|ankle|shin|toes|feet|legs|ankles|knee)"
)
_HAS = (
    r"(?: (?:is|are|has|have|feels|feel|looks|look|they have|come|gone|went|got|turned|all|really|so|just|up|very"
    r"|both|and))+"
)
_JOINT = r"(?:ankle|knee|foot|leg|heel)"
_I = r"(?:^|i (?:have |just |think i |must have |reckon i |am |had )*|and )"
_FELT = (
    r"(?:a|an|this|the|it|something|my calf|my leg)(?: (?:big|loud|sort of|kind of|sudden|sharp|little|go|nasty"
    r"|horrible))*"
)
_SNAP = r"(?:crack|snap|pop|ping|twang|tear|rip|crunch|bang|go pop|go ping)"
_SIDE = r"(?:one side of my|half (?:of )?my|(?:the )?(?:left|right) side of my|the side of my|my)"
_DOWN = (
    r"(?:over|down|out of bed|off (?:the|my)|on the (?:\w+ )?(?:stairs|rug|floor|mat|ice|step|steps|tiles)"
    r"|getting (?:out|up)"
    r"|flat|and (?:hit|hurt|banged|cut|came|landed)|hard)"
)
TOLD_AS = {
    "the bone shows": (
        r"(?:i )?(?:have |think i have |think i may have |think i might have |i |reckon i have |must have |may have "
        r"|think |might have )+(?:broken|fractured|broke|cracked)"
        r" (?:it|something|(?:my|the|a)(?: \w+)? ?(?:bone|ankle|leg|foot|shin|toe|hip|knee)?)"
        r"|i (?:have |think i have |must have |may have |might have |just )*snapped (?:my|the|a) (?:\w+ "
        r")?(?:bone|ankle"
        r"|leg|foot|shin|hip)"
        r"|(?:ankle|leg|foot|shin|bone|hip) (?:is|feels|has|might be|must be|could be|looks)(?: been)? (?:broken"
        r"|fractured"
        r"|bent the wrong way|snapped in two)|(?:^|\bit is |leg is |foot is |ankle is )(?:all )?(?:bent|pointing"
        r"|facing"
        r"|sticking out) (?:the wrong way|at a funny angle|the wrong direction|sideways)|(?:think|reckon|feels like"
        r"|sure) it is (?:broken|fractured)|^it (?:looks|feels) (?:broken|fractured)"
    ),
    "my chest hurts": (
        r"(?:(?:my|the|me) |^)chest(?: (?:is|has|feels|gone|all|really|so|gets|getting))+ (?:tight|heavy|crushed|sore"
        r"|squeezed)"
        r"|(?:weight|band|elephant|crushing|squeezing|tightness|grip)(?: \w+){0,2} (?:on|round|around|across|in) "
        r"(?:my"
        r"|the|me) chest"
    ),
    "my heart races": (
        r"(?:(?:my|the|me) |^)(?:heart|ticker|pulse)(?: (?:is|has|keeps|feels|been|all|really|just|so|going|gone"
        r"|beating|keeps on))+"
        r" (?:racing|pounding|fluttering|thumping|skipping|hammering|missing|irregular|uneven|stopping|jumping"
        r"|galloping"
        r"|over the place|(?:doing|turning) (?:somersaults|flips|cartwheels|loops)|all over|like (?:the clappers|mad"
        r"|crazy|a \w+|billy \w+)|(?:so|too|very|really) (?:fast|hard|quick)|nineteen)"
        r"|^(?:my |me )?(?:heart|ticker) (?:races|flutters|pounds|thumps|skips)"
    ),
    "i feel faint": (
        r"^(?:am |think i am |i think i am |feel like i am )?going to (?:pass out|faint|black out|keel over|collapse)"
        r"|(?:i feel|i have gone|i am|i have come over)(?: all| so| very| really| a bit)* (?:swimmy|swimming"
        r"|wobbly in the head|faint|dizzy|woozy|giddy|lightheaded|light headed)|i am fading"
        r"|everything(?: is)? (?:going|gone|goes) (?:black|dark|gray|white|blurry|fuzzy|swimmy|round and round)"
        r"|(?:room|walls|bed|ceiling|world) (?:is |keeps )?(?:spinning|going round|swimming|turning)|(?:about"
        r"|fit) to (?:pass out|keel over)"
    ),
    "my face droops": (
        rf"{_SIDE} (?:face|mouth|lip|eye|smile)(?: (?:is|has|feels|looks|gone|all|just|really|have|and|dropping|will"
        rf"|like it is|on one side))*"
        r" (?:droopy|drooping|drooped|dropped|lopsided|crooked|slipped|fallen|twisted|numb|sagging|squint|wonky|slid"
        r"|sliding|melting|hanging"
        r"|not (?:move|work|moving|working))"
        r"|can not (?:lift|move|raise|use|feel) (?:my|me) (?:left |right |whole )?(?:arm|hand|face)|(?:my|me) "
        r"(?:left "
        r"|right |whole )?(?:arm|hand)(?: (?:is|has|feels|gone|all|just|really|so))+ (?:weak|limp|numb|dead|useless"
        r"|heavy"
        r"|floppy|paralysed)|(?:can not|could not) (?:talk|speak|say my words|get my words out"
        r"|get the words out)(?: right| properly| straight|$)"
        r"|my (?:words|speech)(?: \w+){1,3} (?:wrong|slurred|slurring|jumbled|mixed up|garbled|funny)"
        r"|slurring my (?:words|speech)"
    ),
    "i am bleeding": (
        r"(?:leg|foot|calf|shin|toe|knee|head|hand|nose|ankle|heel|it) (?:is |has been |keeps |has started "
        r")(?:really "
        r"|badly |all |still )*bleeding"
        r"|i am (?:really |badly |all )*bleeding|there is (?:some |a lot of |so much |lots of |loads of "
        r"|a bit of )?blood (?:on|all|everywhere|running|coming|pouring|in the bed)"
        r"|blood(?: is)? (?:running|pouring|coming|trickling|dripping|gushing) (?:down|from|out|everywhere)"
        r"|i have cut (?:it|my|myself)(?! (?:some|a|off|hair))"
    ),
    "i fell": (
        rf"(?:^|i )(?:have |just |think i |had |am after )*(?:gone and )?(?:fell|fallen|slipped|tripped|tumbled"
        rf"|stumbled) {_DOWN}"
        rf"|(?:^|i )(?:have |just )*(?:slipped|tripped|stumbled|fallen|fell) (?:over|on|off|down) (?:the|a|my"
        rf"|that)(?: \w+){{1,2}} (?:and|onto|into)\b|i (?:have |just )*(?:gone and |went )(?:fallen|fell) {_DOWN}"
        rf"|(?:^|i )(?:have |just )*(?:took|taken|had|have had) (?:a|quite a) (?:bad |nasty |little "
        rf"|bit of a )*(?:fall|tumble|spill)"
        r"|i have (?:just )?had a (?:bad |nasty |little |bit of a )*(?:fall|tumble|spill)"
        r"|(?:^|i )(?:have |just |had )*(?:come|came|rolled|tumbled|toppled|went|gone|slid|slipped|pitched) "
        r"(?:off|out of"
        r"|over) (?:the|my) (?:side of the )?(?:bed|chair|sofa|toilet|stool|step|ladder|couch)(?: and| and i)?"
        r"(?: have| just)* (?:hit|landed|onto|on)"
        r"|(?:^|i )(?:have |just )*(?:landed|ended up|finished up) (?:flat |hard )*on (?:the|my) (?:floor|back"
        r"|backside"
        r"|bum|face|knees|side|hip)"
        r"|i (?:went|came|crashed) down (?:getting|like|with a|on (?:my|the|one)|hard|the (?:stairs|steps))"
    ),
    "something popped": (
        rf"i (?:have |just |definitely )*(?:heard|felt) {_FELT} {_SNAP}(?! (?:of|from|on|outside|downstairs|upstairs"
        rf"|in the (?!back|calf|leg|muscle|ankle)))"
        rf"|i (?:heard|felt) it (?:go|pop|snap|crack|tear|rip)(?: (?:like|in|pop|bang|ping|crack|snap)|$)"
        rf"|something (?:has |just )*(?:snapped|popped|torn|ripped|cracked|pinged) (?:in|at|behind) my"
        rf"|something(?: \w+)? (?:is |has |just )*(?:gone|went|go) (?:ping|pop|snap|twang|bang|crack)(?:$| (?:in|at"
        rf"|behind) (?:(?:the )?(?:back|side|front|middle) of )?(?:my|the) (?:\w+ )?(?:calf|leg|ankle|heel|knee))"
        r"|(?:bang|snap|crack|pop)(?: \w+){0,3} (?:kicked|hit|shot)(?: \w+){0,3} (?:calf|leg|ankle|heel)"
    ),
    "i twisted it": (
        rf"{_I}(?:twisted|rolled|turned|sprained|wrenched|ricked|tweaked|jarred) (?:my|the|me) (?:left "
        rf"|right )?{_JOINT}"
        rf"|(?:went|gone|going) over on (?:my|the|me|this) (?:left |right )?{_JOINT}|{_I}(?:went|gone) over on it"
        rf"|i have done my (?:ankle|knee|calf|achilles)"
    ),
    "my leg is swollen": (
        rf"(?<!both ){_LEG}(?<!legs)(?<!feet)(?<!ankles){_HAS} (?:swollen|swelling|puffed|ballooned|ballooning|puffy"
        rf"|blown up|like a (?:balloon|football|melon)"
        r"|the size of|twice the size|twice as (?:thick|big|fat|wide)|bigger than the other)|\bit is (?:all |really "
        r"|very |so |badly |quite |gone |come )*(?:blown up|up like a|swollen|swelling|puffed up|ballooning"
        r"|puffy)(?: (?:up|balloon|football|like|a|melon))*"
    ),
    "my leg is hot": (
        r"(?:skin|calf|leg|it|shin)(?: (?:is|feels|has|gone|all|really|so|very|just))+ (?:warm and red|red and (?:hot"
        r"|warm|sore)|hot and red|red hot and|red and it is hot"
        r"|(?:burning |red |really |so |very )?(?:hot|warm|burning|roasting|boiling|scalding) to (?:the )?touch"
        r"|burning hot)"
    ),
    "my foot is numb": (
        rf"{_LEG}{_HAS} (?:numb|dead(?= (?:and|i|it|from|below|now|to)\b|$)|without feeling)|^(?:it is "
        rf"|it has )?(?:gone|all|going|it is gone) (?:all |completely )*(?:numb|dead)$"
        r"|(?:no|not|lost all|lost the|lost) (?:feeling|sensation)(?: left)? in (?:my|the|me)(?: \w+)? (?:foot|feet"
        r"|leg|legs|toe|toes|calf)"
    ),
    "my foot is cold": (
        rf"(?<!both ){_LEG}{_HAS} (?:cold|freezing|icy|blue|ice cold|stone cold|like ice|white|like (?:a )?(?:stone"
        rf"|marble)|colder than the other)|^(?:it is |it has |they have )?gone (?:all )?(?:white|blue|cold"
        rf"|gray)(?: and (?:all )?(?:cold|white|blue|numb|freezing))+(?! (?:in|outside))"
    ),
    "i feel unwell": (
        r"(?:i feel|feeling|i am feeling|i have come over|coming over)(?: (?:all|really|very|so|quite|right|a bit"
        r"|absolutely|dead))*"
        r" (?:sick|dreadful|ill|poorly|peculiar|queasy|shivery|feverish|unwell|rough|nauseous|clammy"
        r"|ropey)(?! (?:about|of|for|that|to))"
        r"|(?:^|i am |and )(?:going to|gonna) (?:throw up|be sick|vomit|puke|spew)|(?:^|i am |and )(?:throwing up"
        r"|vomiting|being sick)"
        r"|(?:i have|i have got|got|running) a (?:temperature|fever)|i am burning up|(?:come out in|in"
        r"|got) a cold sweat|i am (?:all )?(?:clammy|sweating all over)|i am (?:all )?(?:shivering|shaking) all over"
        r"|i (?:do not|am not) (?:feel|feeling) (?:very |at all |so |too |a bit )?well(?: at all)?"
    ),
}
"""Sign, as the vocabulary calls it -> what else it is looked for with; the first that fits is the likeliest."""
NAMED = frozenset(
    "broken fractured broke bent snapped tight heavy crushed squeezed chest ticker pulse heart keel spinning swimming"
    " black dark white blurry droopy drooping drooped dropped lopsided crooked slipped fallen twisted sagging wonky"
    " mouth"
    " face arm hand talk speak words speech slurring bleeding blood cut fell tripped tumbled stumbled fall tumble"
    " spill down"
    " crack snap pop ping twang tear rip crunch bang rolled turned sprained wrenched ricked tweaked jarred over "
    "swollen"
    " swelling puffed ballooned ballooning puffy blown balloon size hot warm red numb dead feeling sensation cold"
    " freezing"
    " icy blue ice marble sick dreadful ill poorly peculiar queasy shivery feverish unwell rough nauseous clammy "
    "throw"
    " vomit"
    " puke pass faint collapse throwing vomiting temperature fever burning shivering shaking well turning "
    "cracked bent"
    " pointing facing sticking swimmy fading slid sliding lift move raise heard"
    " felt done sweat flat thick colder stumbled gone rolled toppled landed burning roasting boiling"
    " scalding come came".split()
)
"""Without one of these there is none of them."""
OF_ANOTHER_TIME = frozenset(
    "yesterday once ago used last if when would could years asleep her his their dog cat telly film".split()
)
"""With one of these it is told of another time, or of others; what is sure of that stands in ``sign_words`` "
"anyway."""
