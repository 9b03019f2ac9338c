"""What a FHIR bundle says in words."""

HOW_MUCH_HELP = "How much help the safety questions of stretchcoach call for"
LOINC = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and "
    "the LOINC Committee and is available at no cost under the license at http://loinc.org/license. Codes of SNOMED CT "
    "may be used where a national licence allows it."
)
WHAT_IS_ASKED = "What stretchcoach asks about a calf cramp"
OWN_RECORD = "The person's own record and an automatic reading of the answers; not a diagnosis."
HOW_LONG = "How long"
RELIEVED_AFTER = "Relieved after"
SLEEP_DISTURBANCE = "Sleep disturbance, 0 to 10"
PAIN_AT_ITS_WORST = "Pain at its worst, 0 to 10"
PAIN_AFTERWARDS = "Pain afterwards, 0 to 10"
CRAMP_IN_THE_LOWER_LEG = "Cramp in the lower leg"
RELIEVED_BY = "Relieved by"
DOING = "What was being done"
POSITION = "Position"
RULE = "Rule"
HELP_CALLED_FOR = "How much help the safety questions call for"


def routine(name: str) -> str:
    return f"Stretch routine {name}"


def cramp_in(part: str) -> str:
    return f"Cramp in the {part}"
