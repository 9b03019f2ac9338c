"""The loudspeaker: a process of its own that speaks and beeps, and the small client that talks to it.

::

    client.Voice ──lines──► process ─► speaker ─► mixer ─► device (miniaudio)
         ▲                               │  ▲
         └────── ended, notice ──────────┘  └─ renderer ─► pyttsx3 ─► espeak_driver
                                               │  └─ engine_process ─► pyttsx3 ─► natural_driver
                                               └─ cache, packaged

Importing any of these modules loads no engine, no device and nothing slow: the first word depends on it.
"""
