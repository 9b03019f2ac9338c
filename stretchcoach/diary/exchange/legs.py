"""A leg, or a part of one, as people name it: ``L``, ``lt calf``, ``left leg``, ``beide Waden``."""

import functools
import re

SIDES = {
    "left": "l lt lft left le links linke linker linkes linken li lhs gauche izquierda izquierdo sinistra "
    "esquerda esquerdo vänster venstre",
    "right": "r rt rgt rght right re rechts rechte rechter rechtes rechten rhs droite droit derecha destra "
    "direita direito höger højre høyre",
    "both": "b both bil bilat bilateral bilaterally beide beiden beider beids beidseits beidseitig deux ambas",
}
PLACES = {
    "calf": "calf calves calfs gastroc gastrocnemius soleus wade waden mollet pantorrilla",
    "foot": "foot feet toe toes arch sole fuß fuss füße füsse zeh zehe zehen pied pie",
    "thigh": "thigh thighs hamstring hamstrings quad quads quadriceps oberschenkel cuisse",
}
FILL = frozenset("leg legs lower side bein beine beinen seite my the in of and und et y the muscle only".split())
SIDE_OF = {word: side for side, words in SIDES.items() for word in words.split()}
PLACE_OF = {word: place for place, words in PLACES.items() for word in words.split()}
LONG = 64


@functools.lru_cache(1024)
def leg_named(raw: str) -> tuple[str | None, str | None] | None:
    """The side and the place that a text names; None where it says neither, or something else besides."""
    if len(raw) > LONG:
        return None
    words = re.sub(r"[\s_.,;()/&+-]+", " ", raw.casefold()).split()
    if any(word not in FILL and word not in SIDE_OF and word not in PLACE_OF for word in words):
        return None
    sides = {SIDE_OF[word] for word in words if word in SIDE_OF}
    places = {PLACE_OF[word] for word in words if word in PLACE_OF}
    if not (sides or places) or len(places) > 1:
        return None
    side = "both" if len(sides) > 1 else next(iter(sides), None)
    return side, next(iter(places), None)
