"""What else is said for *yes*, *no* and *not sure*, as patterns as in ``sayings.py``.

*Not at all like the other one* is no *no*.
"""

_WHO = "(it|they|that|everything|both|all)"
_THE_SAME = (
    "([the] same as (ever|always|usual|before|the other [one|leg|side])|as (usual|always)"
    "|[just] like the other [one|leg|side]|[perfectly] (fine|normal))"
)
ALSO = {
    "yes": "fraid so|yes o|yeah o|[i] sure (did|do|have|am|was)|so (yes|yep)|that i (did|do|have|am)",
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
    ),
    "not sure": (
        "hard to (say|tell|see) (in this light|in the dark|from here|right now)|[i] can not tell in (this light"
        "|the dark)|i [honestly|really] could not (tell|say) [you]|i am having no idea [about (that|it|this)]"
        "|[i have] no idea about (that|it|this)|not certain [about (that|it)]"
    ),
}
