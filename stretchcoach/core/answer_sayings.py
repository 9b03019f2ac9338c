"""What else is said for *yes*, *no* and *not sure*, as patterns as in ``sayings.py``.

A *no* denies again what was asked, and names it by *it*, *that* and *anything*, so that nothing else is denied: *not
all day*, *not at all like the other one* and *I haven't felt anything* are none.
"""

_NAMED = (
    "(it|that|this|one|any|none|them|those|any of (it|that|those|them|this)|anything [like (that|it|this)]"
    "|anything of the (sort|kind)|none of (it|that|those|them)|a thing|such a thing|one of (those|them))"
)
_WHEN = (
    "(at all|in my life|ever|lately|recently|this week|today|so far|whatsoever|in years|for years|in ages|for ages"
    "|this time|in [a] (long|good) (time|while))"
)
_HAD = "(had|got|taken|noticed|notice|been taking|been having|touched|touch)"
_DID = "(have|take|seen|see|done|do|been doing)"
_WHO = "(it|they|that|everything|both|all)"
_THE_SAME = (
    "([the] same as (ever|always|usual|before|the other [one|leg|side])|as (usual|always)"
    "|[just] like the other [one|leg|side]|[perfectly] (fine|normal))"
)
ALSO = {
    "yes": "fraid so|yes o|yeah o|[i] sure (did|do|have|am|was)|so (yes|yep)|that i (did|do|have|am)",
    "no": (
        f"[no|nah] nuhuh [no|nah]|(no|nah|nope|no no) {_THE_SAME}"
        f"|(no|nah|nope|no no|[no] not at all|[no] nothing like that) {_WHO} (is|are|looks|look|feels|feel|seems)"
        f" [just|all|exactly] {_THE_SAME}|(no|nah|nope|not at all) i am (grand|as fit as a fiddle|as right as rain)"
        f"|[no] [no] (i|we) (have|do|did) not {_HAD} {_NAMED} [{_WHEN}]"
        f"|no [no] (i|we) (have|do|did) not {_DID} {_NAMED} [{_WHEN}]"
        f"|[no] [no] (i|we) [have] never {_HAD} {_NAMED} [{_WHEN}]|[no] (i|we) (have|do|did|am|was) not {_WHEN}"
        f"|[no] not (a chance|a thing|a bit of it|{_WHEN})|[no] (none|neither) of (that|it|those|them|these) [{_WHEN}]"
        f"|[no] nothing (like|of) (that|it|the sort|the kind) [{_WHEN}]|[no] (i|we) (have|do|did) not no"
        "|[no] never (touch|touched) (a drop|it|the stuff|any|them)"
        "|[no] not that i (know of|have noticed|noticed|am aware of|can think of|can remember) no|no none of that"
        "|[no] (i|we) do not (think|believe) [that] (i|we) (have|do|did|am) [done (that|this|it)|had (that|this|it)]"
        "|(yes|yeah) no not (really|at all)|[no] nah not me"
    ),
    "not sure": (
        "hard to (say|tell|see) (in this light|in the dark|from here|right now)|[i] can not tell in (this light"
        "|the dark)|i [honestly|really] could not (tell|say) [you]|i am having no idea [about (that|it|this)]"
        "|[i have] no idea about (that|it|this)|not certain [about (that|it)]"
    ),
}
