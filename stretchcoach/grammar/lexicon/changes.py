"""Verbs of change and comparatives that are said of a cramp, in all their forms, as data and opened here."""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon.patterns import Words, expanded

EASES = (
    "ease eases easing eased|fade fades fading faded|loosen loosens loosening loosened"
    "|soften softens softening softened"
    "|relax relaxes relaxing relaxed|settle settles settling settled|calm calms calming calmed|wear wears wearing wore"
    "|subside subsides subsiding subsided|lessen lessens lessening lessened|improve improves improving improved"
    "|lift lifts lifting lifted|back backs backing backed|slacken slackens slackening slackened"
    "|shrink shrinks shrinking shrunk|diminish diminishes diminishing diminished|weaken weakens weakening weakened"
    "|reduce reduces reducing reduced|decrease decreases decreasing decreased|unwind unwinds unwinding unwound"
    "|chill chills chilling chilled|simmer simmers simmering simmered"
    "|dull dulls dulling dulled|recede recedes receding receded"
)
"""Base, third person, with *-ing* and past: what has done so is easing, not gone."""
LEAVES = (
    "stop stops stopping|go goes going|let lets letting|disappear disappears disappearing"
    "|release releases releasing|vanish vanishes vanishing|melt melts melting|unlock unlocks unlocking"
    "|dissolve dissolves dissolving|drift drifts drifting"
)
"""What is only easing while it does so."""
RISES = (
    "worsen worsens worsening worsened|tighten tightens tightening tightened|increase increases increasing increased"
    "|spread spreads spreading|intensify intensifies intensifying intensified"
    "|seize seizes seizing seized|lock locks locking|knot knots knotting knotted|clench clenches clenching clenched"
    "|flare flares flaring flared|harden hardens hardening hardened"
    "|cramp cramps|stiffen stiffens stiffening stiffened"
    "|grab grabs grabbing grabbed|grip grips gripping gripped"
    "|twist twists twisting twisted|squeeze squeezes squeezing"
    "|contract contracts contracting contracted|curl curls curling curled"
)
EASES_WITH = ("", "off", "up", "down", "away", "out")
RISES_WITH = ("", "up", "again", "up again")
LEAVES_WITH = {"let": ("go", "up", "off"), "drift": ("off", "away"), "melt": ("away",), "go": ("away", "off", "down")}
BEGINS = "(starting|beginning|starts|begins|started|began|begun|start|begin|tends) to|seems to"
MILDER = "looser|softer|lighter|gentler|calmer|weaker|milder|easier|duller|smaller|less"
HARDER = "worse|tighter|harder|stronger|sharper|bigger|deeper|nastier|fiercer|stiffer|larger|crampier"
BECOMES = "get|gets|getting|become|becomes|becoming|grow|grows|growing|got|turn|turns|turning|feel|feels|feeling"


@cache
def changes() -> dict[Words, str]:
    """Each form with its state; a base form is *budge* or *rise*, which count with a *not* or a *starting to*."""
    found: dict[Words, str] = dict(_forms(EASES, EASES_WITH, "easing", "budge"))
    for verbs in LEAVES.split("|"):
        found |= _forms(verbs, LEAVES_WITH.get(verbs.split()[0], ("",)), "easing", "budge")
    found |= _forms(RISES, RISES_WITH, "worse", "rise")
    for becomes in BECOMES.split("|"):
        found |= dict.fromkeys(expanded(f"{becomes} ({MILDER})"), "easing")
        found |= dict.fromkeys(expanded(f"{becomes} ({HARDER})"), "worse")
    found |= dict.fromkeys(expanded("(becomes|become|becoming|gets) better"), "easing")
    found |= dict.fromkeys(expanded(BEGINS), "begin")
    return found


def _forms(verbs: str, particles: tuple[str, ...], state: str, base: str) -> Iterator[tuple[Words, str]]:
    """Each form of each verb with each of the words that go with it, and what it says."""
    for verb in verbs.split("|"):
        for number, form in enumerate(verb.split()):
            for particle in particles:
                yield (form, *particle.split()), state if number else base
