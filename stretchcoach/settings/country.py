"""A guess at the country, for a question that asks whether it is right; never taken unasked."""

import os
from collections.abc import Mapping
from pathlib import Path

ZONE = Path("/etc/localtime")
_PLACES = {
    "UK": ("Europe/London", "Europe/Belfast", "GB"),
    "EU": ("Europe/",),
    "AU": ("Australia/",),
    "NZ": ("Pacific/Auckland", "Pacific/Chatham", "NZ"),
    "US": (
        "US/", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
        "America/Anchorage", "America/Detroit", "America/Boise", "America/Indiana", "America/Kentucky",
        "Pacific/Honolulu",
    ),
}  # fmt: skip
_EU = frozenset("AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split())


def likely_country(environment: Mapping[str, str] = os.environ, zone: str | None = None) -> str:
    """``UK``, ``EU``, ``US``, ``AU``, ``NZ`` or nothing: by the time zone, which tells where one is, or the locale."""
    there = zone if zone is not None else environment.get("TZ", "").lstrip(":") or _zone()
    for country, places in _PLACES.items():
        if there.startswith(places):
            return country
    if "/" in there and not there.startswith("Etc/"):
        return ""
    told = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    territory = told.partition("_")[2][:2]
    return "EU" if territory in _EU else {"GB": "UK"}.get(territory, territory if territory in _PLACES else "")


def _zone() -> str:
    try:
        return str(ZONE.readlink()).rpartition("zoneinfo/")[2]
    except OSError:
        return ""
