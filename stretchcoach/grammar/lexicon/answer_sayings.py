"""What else is said for *yes*, *no* and *not sure*, as patterns as in ``sayings.py``.

*Not at all like the other one* is no *no*.
"""

_WHO = "(it|they|that|everything|both|all)"
_THE_SAME = (
    "([the] same as (ever|always|usual|before|the other [one|leg|side])|as (usual|always)"
    "|[just] like the other [one|leg|side]|[perfectly] (fine|normal))"
)
ALSO = {
    "yes": (
        "fraid so|yes o|yeah o|[i] sure (did|do|have|am|was)|so (yes|yep)|that i (did|do|have|am)|guilty [as charged]"
        "|[you have] hit the nail on the head [there]|[you] bet your (boots|bottom dollar|life)"
        "|[you have] (got|caught) me out"
        "|[it is a|a] fair cop|bang to rights|[i|we] hold (my|our) hands up|hands up i (admit|confess) [it]"
        "|i confess [i (have|do|did|am)]"
        "|i [must|have to|will] admit (it|that|i (have|do|did|am))|[you can] put [me down as a|down a] yes"
        "|tick that box|(surely|certainly|to be sure) (it|i) (is|am|have|do)|(it|i) (is|am|have|do) surely"
        "|[i have] been on (it|them) for (years|ages|months)|i am on (it|them)|that would be me|story of my life"
        "|(my|bloody) oath|right enough (i|it) (have|do|did|am|is|was)|for sure [i (have|do|did|am)]"
        "|[well] i suppose (i|we|it|they) (have|do|did|am|is|are|was) [been]|(yes|yeah) it is a bit"
        "|indeed (i|it|they) (have|do|did|am|is|are|was) [so]|(i|it) (have|do|did|am|is|was) [so] indeed"
    ),
    "no": (
        f"[no|nah] nuhuh [no|nah]|(no|nah) {_THE_SAME}"
        f"|(no|nah|not at all|nothing like that) {_WHO} (is|are|looks|feels|seems)"
        f" [just|all] {_THE_SAME}|(no|nah|nope|not at all) i am (grand|as fit as a fiddle|as right as rain)"
        "|not a (chance|thing)|not a bit of it|(none|neither) of (that|it|those|them|these)"
        "|(i|we) (have|do|did) not no|never (touch|touched) a drop"
        "|not that i (know of|have noticed|noticed|am aware of|can think of|can remember) no|no none of that"
        "|(i|we) do not (think|believe) [that] (i|we) (have|do|did|am) [done (that|this|it)|had (that|this|it)]"
        "|[i] can not say [that] i (have|do|did|am|was) [noticed (it|that|any|one)]|[no] [i|we] never (have|did|do)"
        "|[no] none (whatsoever|at all)|not a sausage|chance would be a fine thing"
        "|(yes|yeah) no not (really|at all)|nah not me"
        "|[if anything|no] [it is] [quite|the very] [the] (opposite|reverse)|the opposite if anything"
        "|(quite|on) the contrary|far from it|do not be (daft|silly)|never once|never have never will"
        "|i never (touch|take) (it|the stuff|them|those|any|that)|i do not (take|use|touch) (it|them|any|that|anything)"
        "|i take (nothing|no tablets)|[i am] not on (any|anything|them)|nothing whatsoever|divil a bit"
        "|(thankfully|luckily|fortunately|mercifully) not|[i am] (glad|happy|pleased) to say not"
        "|i should (say|think) not"
        "|(obviously|naturally|most certainly|decidedly) not|not by a long (shot|chalk)|not in my case"
        "|(that|it) does not apply [to me]|(that is|it is) not (the case|true)|put [me] down [as] a no|put no"
        "|[no|nah] i would not say (that|so) [no]|away with you no|heavens no|not in (the|my) (least|life)"
    ),
    "not sure": (
        "hard to (say|tell|see) (in this light|in the dark|from here|right now)|[i] can not tell in (this light"
        "|the dark)|i [honestly|really] could not (tell|say) [you]|i am having no idea [about (that|it|this)]"
        "|[i have] no idea about (that|it|this)|not certain [about (that|it)]|(it|i) might"
        "|(might|may|could) be [and|or] (might|may|could) (not [be]|be not)|ask me another|not a clue|swithering"
        "|(the lord|god|dear|heaven|goodness) [only] knows|[that is a] good question|depends what you (mean|call it)"
        "|[i have] (forgotten|clean forgotten)|i was never told|what would i know|[i] wish i knew|damned if i know"
        "|you would have to ask (my doctor|the doctor|my wife|my husband)"
        "|i have not [been] (kept|keeping) (track|count)|if only i knew|anybodys guess|not the foggiest"
    ),
}
