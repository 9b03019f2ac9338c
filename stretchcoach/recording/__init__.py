"""A session as a sound file: what would be heard if nobody pressed a key, to be taken along.

``score`` plays the coach in virtual time through the mixer of the live voice, ``voice`` makes the lines,
``encoding`` the file, and ``tags`` its chapters and words.
"""
