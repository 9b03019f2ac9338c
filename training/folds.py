"""Which voices a head is never told, so that it can be judged by them."""

import zlib

HELD_OUT = frozenset(
    "af_alloy af_jessica af_nova af_sky am_eric am_michael am_santa bf_alice bf_lily bm_george ef_dora ff_siwis "
    "hm_omega im_nicola jf_nezumi pf_dora zf_xiaobei zf_xiaoyi zm_yunxia".split()
)
"""A third of Kokoro's voices, of each accent alike: no head is ever told of them."""
TALK_HELD_OUT = frozenset(
    "fairy_00.ogg fairy_01.ogg ljspeech_00.ogg poems_00.ogg mfa_00.ogg azure_00.ogg prompts_00.ogg game_00.ogg "
    "wake_01.ogg".split()
)
"""Talk that no head is ever told of: other people than in what was used, but for volunteers with wake words in both."""
RUNNING = tuple("fairy_00.ogg ljspeech_00.ogg azure_00.ogg fairy_01.ogg poems_00.ogg mfa_00.ogg".split())
"""Of these, people who talk on."""
FOLDS = 5
"""Parts into which all voices are dealt."""


def fold_of(voice: str, folds: int = FOLDS) -> int:
    """The fold in which a voice is left out; the same for all recordings of that voice."""
    return zlib.crc32(voice.encode()) % folds


def held_out(voice: str) -> bool:
    """Whether no head at all may be told of a voice or a file of talk."""
    return voice.removeprefix("kokoro-") in HELD_OUT or voice in TALK_HELD_OUT
