"""A session as a sound file, or a page: what would be heard if nobody pressed a key, to be taken along.

``score`` plays the coach in virtual time through the mixer of the live voice, ``voice`` makes the lines,
``encoding`` the file, ``tags`` its chapters and words, and ``page`` what a phone shows with it.
"""
