"""What people say who notice something that is more than a cramp, as data: patterns as in ``sayings.py``."""

_DEGREE = "[a bit|a little|so|really|very|quite|all|rather|kind of|sort of|suddenly|still]"
_SOON = "(am about to|am going to|am gonna|think i am going to|might|may|feel like i am going to|feel i am going to)"
SAID = {
    "chest": "chest|my chest",
    "a knock": "a (fall|knock|blow|kick|hit)|fall|blow|knock",
    "a pop": "pop|snap|a (pop|snap|crack|tear)",
    "my chest hurts": (
        "[the|my] chest (hurts|pain|is tight|is hurting|feels tight|feels heavy)|it is my chest|my breath|breathless"
        "|[i have|i am having] [got] [a|some|this|such|a bit of] (chest pain|chest pains|chest pressure|chest tightness"
        "|tight chest|tight feeling in my chest|pain in my chest|(hurting|hurt|paining) in my chest)"
        "|[there is] [a|some] (pain|pains|pressure|tightness|discomfort|weight) (in|on|across|around) [my|the] chest"
        "|i feel pressure on my chest|[it is] hard to breathe|i have trouble breathing|trouble breathing"
        "|i can (not|hardly) breathe [properly]|i can not (get|catch) (any|my|enough) (air|breath)"
        "|[i am] (short of|out of|losing my) breath|i (feel|am) breathless|[i am] struggling (to breathe|for breath)"
        "|i am coughing [up] blood|my heart [hurts|is hurting]|it is my heart|i think it is my heart"
        "|[i think] [i am] having a heart attack"
    ),
    "my heart races": (
        "my heart is [really] (racing|pounding|fluttering|thumping|skipping|going like mad|going mad|beating so fast"
        "|beating very fast|beating really fast)|i have [got] palpitations|palpitations"
    ),
    "i feel faint": (
        f"i (feel|am feeling|am getting|am going|have gone|have come over) {_DEGREE} (faint|dizzy|light headed"
        f"|lightheaded|woozy|giddy)|i am {_DEGREE} (faint|dizzy|light headed|lightheaded|woozy|giddy)"
        f"|i {_SOON} (faint|pass out|black out|collapse)|i (am passing out|am blacking out|am fainting)"
        "|i [have|nearly|almost|just|have just|have nearly|have almost] (fainted|passed out|blacked out|collapsed)"
        "|everything is (spinning|going black|going dark)|the room is spinning|faint|fainting|dizzy|[i am] seeing stars"
        "|my head is (spinning|reeling|swimming)|[i feel] dizziness"
    ),
    "my face droops": (
        "(my|one side of my|half my|half of my) (face|mouth) (is|has) [gone|all|just] (drooping|droops|dropped|numb"
        "|slipped|lopsided|fallen)|[i think] [i am] having a stroke|i think it is a stroke"
        "|my speech is [all] (slurred|slurring|funny)|i am slurring [my words]|i can not (speak|talk) [properly|right]"
        "|my [left|right] arm (is|has gone) (weak|numb|dead)|i can not (lift|move) my [left|right] arm"
        "|one side [of me|of my body] (is|has gone) (weak|numb)"
    ),
    "i am bleeding": (
        "(i am|it is|my leg is|my foot is|my calf is) [really|badly|still] bleeding [a lot|badly|heavily|everywhere]"
        "|there is (blood everywhere|[so] much blood|a lot of blood|blood all over)|it will not stop bleeding"
        "|i can not stop the bleeding"
    ),
    "i fell": (
        "i (fell|fell over|fell down|had a fall|have fallen|tripped|slipped) [and hurt it|over|down|out of bed|on it]"
        "|i am after (falling|slipping|tripping) [on it|over|down]"
        "|i (hit|knocked|banged|bumped) (it|my leg|my calf|my foot)|i (got|was) (kicked|hit|knocked)"
        "|i [have] [just] (took|had) a (fall|knock|blow)|i have [just] fallen [over|down|out of bed]"
    ),
    "something popped": (
        "i (heard|felt) (a|it|something|my calf|the (bugger|thing|bastard)) (pop|snap|crack|tear|go|rip)"
        "|(it|something|my calf|my leg|my achilles) [has] [just] (popped|snapped|cracked|tore|torn|ripped)"
        "|there was a (pop|snap|crack)|i heard a (popping|snapping|cracking) (sound|noise)"
    ),
    "i twisted it": (
        "i [have|think i have] [just] (twisted|sprained|strained|pulled|torn|tore|wrenched) (it|something|a muscle"
        "|my (calf|leg|ankle|knee|hamstring|achilles|muscle|calf muscle))|i have done my (achilles|ankle|knee|calf) in"
    ),
    "the bone shows": (
        "[i can see|you can see] (the|my) bone [is] [out|showing|sticking out|coming through|coming out|poking out]"
        "|[i think] [i have] (broken|broke|fractured) (it|my (leg|ankle|foot|shin))|[i think] it is broken"
        "|i broke (it|my leg|my ankle|my foot)|my (leg|ankle|foot) is [really] (broken|bent the wrong way|out of shape"
        "|at a funny angle)"
    ),
    "i feel unwell": (
        f"i (feel|am feeling|am) {_DEGREE} (ill|unwell|sick|poorly|nauseous)"
        "|i (am not|do not feel|am not feeling) [very|too] (well|right)"
        "|[please] (call|get|ring|phone|fetch|ring for|phone for|get me|call me) (an ambulance|the ambulance"
        "|a doctor|the doctor|nine one one|the emergency services|emergency|the paramedics|911|999|112)"
        "|i need (an ambulance|a doctor|the hospital|to go to hospital|[urgent] medical help)"
    ),
    "my foot is numb": "[i] can not feel (my|me) [left|right|whole] (foot|feet|leg|legs|toes)|my toes will not move",
}
"""Sign, as the vocabulary calls it -> what is said for it."""

PARTS = "(my|the|this|that) [left|right|whole|bad|sore|one] (leg|calf|foot|ankle|shin|lower leg|knee|toes|skin)|one leg"
BOTH = "(my|both|both my|both of my|the) [lower] (legs|calves|feet|ankles)"
IS = (
    "(is|are|has|have|feels|feel|looks|look|seems|seem) [gone|got|turned|become|getting|going|been|all]"
    "|(is|are) (a bit|a little)"
)
DEGREE = (
    "fierce|awful|pure|dead|proper|well|mighty|terrible|right|wild"
    "|a bit|a little|so|really|very|quite|all|rather|kind of|sort of|suddenly|now|badly|pretty|completely|totally|just"
)
LOOKS = {
    "swollen": "swollen|swelling|swelling up|puffed up|puffy|swollen up|twice the size|double the size"
    "|bigger than the other"
    "|blown up|[up] like a balloon|ballooning|like a football",
    "hot": "hot|burning hot|red|red hot|hot to touch|hot to the touch|redder|purple|warm to touch|going red|inflamed",
    "cold": "cold|freezing|icy|ice cold|stone cold|blue|white|pale|going blue|freezing cold",
    "numb": "numb|without feeling",
}
"""What a leg looks or feels like."""
