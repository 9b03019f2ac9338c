"""Why a result is urgent is told as a statement, never as half a question."""

import pytest

from stretchcoach.core.messages import Level
from stretchcoach.core.triage import HelpWords, judge
from stretchcoach.library import knowledge

ASKING = ("is ", "are ", "do ", "does ", "did ", "can ", "was ", "has ", "have ", "any ", "look ", "when ", "what ")
ANSWERS = [
    (item.key, value)
    for item in knowledge().items
    if not item.parts
    for value in (*item.options, *(choice.value for choice in item.choices), "yes", "no", "not_sure")
]


@pytest.mark.parametrize(("key", "value"), sorted(set(ANSWERS)))
def test_a_reason_is_a_statement(key: str, value: str) -> None:
    outcome = judge(knowledge(), {key: value}, HelpWords())
    if outcome.level < Level.SAME_DAY:
        return
    told = [line for line in outcome.advice if line.startswith("Because you")]
    for line in told:
        for part in line.partition(": ")[2].split("; "):
            assert not part.startswith(ASKING), line
            assert "?" not in part, line
