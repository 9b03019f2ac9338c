"""What else is said for *yes*, *no* and *not sure*, as patterns as in ``sayings.py``.

A *no* denies again what was asked, in words that name it by *it*, *that* and *anything*, so that nothing else is denied.
"""

_ASKED = "(it|that|this|one|any|none|them|those|any of (it|that|those|them|this)|anything [like (that|it|this)]"
_ASKED += "|anything of the (sort|kind)|none of (it|that|those|them)|a thing|such a thing|one of (those|them))"
_TIME = "(at all|in my life|ever|lately|recently|this week|today|all (week|day|month|year)|so far|whatsoever|in years"
_TIME += "|for years|in ages|for ages|this time|in [a] (long|good) (time|while))"
_HAD = "(had|have|got|taken|take|noticed|notice|felt|seen|see|done|do|been doing|been taking|been having|touched|touch)"
_NOES = "(no|nah|nope|no no|no not at all|not at all|nothing like that|no nothing like that)"
_WHO = "(it|they|that|everything|both|all)"
_THE_SAME = "([the] same as (ever|always|usual|before|the other [one|leg|side])|as (usual|always)"
_THE_SAME += "|[just] like the other [one|leg|side]|[perfectly] (fine|normal))"
ALSO = {
    "yes": "fraid so|yes o|yeah o|[i] sure (did|do|have|am|was)|so (yes|yep)|that i (did|do|have|am)",
    "no": (
        f"{_NOES} {_THE_SAME}|{_NOES} {_WHO} (is|are|looks|look|feels|feel|seems) [just|all|exactly] {_THE_SAME}"
        f"|{_NOES} i am (fine|all right|grand|as fit as a fiddle|as right as rain|as usual)"
        f"|[no] [no] (i|we) (have|do|did) not {_HAD} {_ASKED} [{_TIME}]|[no] [no] (i|we) [have] never {_HAD} {_ASKED}"
        f" [{_TIME}]|[no] (i|we) (have|do|did|am|was) not {_TIME}|[no] not (a chance|a thing|a bit of it|{_TIME})"
        f"|[no] none of (that|it|those|them) [{_TIME}]|[no] nothing (like|of) (that|it|the sort|the kind) [{_TIME}]"
        "|[no] (i|we) (have|do|did) not no|[no] never (touch|touched) (a drop|it|the stuff|any|them)"
        "|[no] not that i (know of|have noticed|noticed|am aware of|can think of|can remember) no|no none of that"
        "|[no] (i|we) do not (think|believe) [that] (i|we) (have|do|did|am) [done (that|this|it)|had (that|this|it)]"
        "|yes no not (really|at all)|yeah no not (really|at all)|[no] (naw|nah) not me"
    ),
    "not sure": (
        "hard to (say|tell|see) (in this light|in the dark|from here|right now)|[i] can not tell in (this light|the dark)"
        "|i [honestly|really] could not (tell|say) [you]|i am having no idea [about (that|it|this)]|no idea about (that"
        "|it|this)|i have no idea about (that|it|this)|not certain [about (that|it)]"
    ),
}  # fmt: skip
