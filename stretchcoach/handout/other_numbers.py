"""Numbers that are no dose: distances, angles, weights, ages, dates, telephone numbers, and those of names."""

import re

from stretchcoach.handout.keywords import PART
from stretchcoach.handout.numbers import NUMBER

UNIT = (
    r"\s*(?:-\s*)?(?:°|degrees?|deg\b|cm|mm|km|kg|lbs?|pounds?|inch(?:es)?|ft|feet|foot|met(?:re|er)s?|yards?|miles?|steps?"
    r"|%|percent|/\s*10|weeks?|days?|months?|hours?|years?|sets?|exercises|stretches|piece|by)"
)
MANY = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
"""Numbers in words that are hardly ever anything but a number."""
HARMLESS = re.compile(
    r"^\W*\d{1,2}\.\s|\b\d+\s?#|#\d{1,2}\b|\b(?:pt|part|option|phase|number)\.?\s*\d{1,2}\b|"
    r"(?<!\w)(?!(?:hold|held|reps?|sets?|times|repeat|rounds?|about|every|each|next|then|count)\d)[a-z]{4,}\d{1,2}(?!\w|[.,:]?\d)|"
    rf"{NUMBER}(?:\s*(?:-|to|x)\s*{NUMBER})?(?:{UNIT}\b|{UNIT}|\"|')"
    r"|\b\d{1,3}\s*/\s*\d{1,3}(?:st|nd|rd|th)?s?\b|\b\d+(?:st|nd|rd|th)\b|\b(?:l|t|c|s|no)\s*[.:#-]?\s*\d+\b"
    r"|\b(?:figure|fig|step|week|phase|day|level|exercise|stretch|stage|picture|page|part|session|month)s?\s*[.:#-]?\s*\d+(?:\s*(?:-|to|and|or|&|/|,|,\s*and)\s*\d+(?!\d))*\b(?!\s*(?:x\b|times|sets?|reps?|sec|min|s\b))"
    rf"|\b[1-4]\s+(?:[a-z]+\s+)?{PART}\s+(?:on|in|over|under|up|down|forward|back|behind|at|straight|bent|flat|against|across|out)\b|\b1\s+(?:in front|behind)\b"
    rf"|\b(?:place|put|lay|scatter|use|using|need)\s+(?:about\s+|around\s+|roughly\s+)?{NUMBER}(?:\s*(?:-|to)\s*{NUMBER})?\s+(?!sets?\b|rep|times|sec|min|breath|count|round|x\b)[a-z]+s\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?(?:19|20)?\d\d\b"
    r"|(?:\u00a9|\b(?:copyright|since|reviewed|revised|updated|published|published in|review date)\b:?)\s*(?:19|20)\d\d\b"
    r"|\b(?:tel|telephone|phone|fax|call|ring|text)\b[\s.:]*(?:us\s+|on\s+)*[\d\s()+-]{6,}|\b(?:charity|registered|registration|reference|ref|leaflet|version|issue|edition)\b[\s.:]*(?:charity\s*)?(?:no|number|nr)?[\s.:]*[\w./-]*\d[\w./-]*"
    r"|\b[a-z]{1,2}\d{1,2}[a-z]?\s+\d[a-z]{2}\b|\b\d{1,2}\s*o'?\s?clock\b|\b\d{2,3}(?: years?)?(?:[- ]old\b|\s+(?:or older|and (?:over|older)|years of age))|\b\d-(?:way|point|part|step|dimensional|d|legged)\b"
    r"|\bform(?:ing|ed)?\s+(?:a|the)\s+(?:figure |number |shape of a )?\W?\d\b|\bet al\.?,?\s+\d{4}\b|\[\d{1,2}\]|\b(?:19|20)\d\d\[\d{1,2}\]"
    r"|\b(?:19|20)\d\d\s*-\s*(?:19|20)\d\d\b|\b(?:19|20)\d\d (?:study|review|trial|paper|article)\b|\b\d{2,3}\s?[o\u00ba\u02da](?![a-z])|\b(?:\d|two|three|four) (?:small(?:er)? |little |lesser |other )?(?:toes|fingers)\b"
    r"|\b\d{1,2}(?:\s*(?:-|to)\s*\d{1,2})?\s+out of\s+(?:10|ten)\b"
    r"|\b(?:week|day|phase|stage|level|part|step|exercise|stretch|figure) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b(?! times)"
    r"|\b(?:four|three)[- ]point\b|\b0\.(?:25|5|75)\s+(?:squats?|turns?|circles?|rolls?|lunges?)\b|\bfour-figure\b|\bfigure[- ](?:four|eight)\b"
    r"|\ball fours?\b|\bfour (?:limbs|corners|counts)\b|\(\d{1,2}\)|\bat \d{1,2}(?::\d\d)?\s*(?:am|pm)\b"
)
"""Numbers that are no dose: distances, angles, weights, names."""
