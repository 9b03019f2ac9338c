"""Short forms opened, and other spellings of a word: what is said and what is typed in one plain form."""

from stretchcoach.grammar.lexicon import dialect_sayings

SHORT_FORMS = {
    "it's": "it is", "that's": "that is", "what's": "what is", "there's": "there is", "i'm": "i am", "i've": "i have",
    "i'd": "i would", "i'll": "i will", "let's": "let us", "we're": "we are", "they're": "they are",
    "you're": "you are", "you've": "you have", "we've": "we have", "they've": "they have",
    "it'll": "it will", "it'd": "it would", "he's": "he is",
    "we'll": "we will", "you'll": "you will", "they'll": "they will", "he'll": "he will", "she'll": "she will",
    "that'll": "that will", "there'll": "there will", "who'll": "who will",
    "where's": "where is",
    "who's": "who is", "can't": "can not", "cannot": "can not", "cant": "can not", "won't": "will not",
    "wont": "will not", "ain't": "is not", "shan't": "shall not", "gonna": "going to", "wanna": "want to",
    "gotta": "have to", "gimme": "give me", "lemme": "let me", "dunno": "do not know", "anymore": "any more",
    "kinda": "kind of", "sorta": "sort of", "dont": "do not", "isnt": "is not", "doesnt": "does not",
    "didnt": "did not", "hasnt": "has not", "havent": "have not", "wasnt": "was not", "its": "it is", "im": "i am",
    "ive": "i have", "thats": "that is", "lets": "let us",
    "youre": "you are", "theyre": "they are", "theres": "there is", "whats": "what is",
    "youve": "you have", "weve": "we have",
    "couldnt": "could not", "wouldnt": "would not", "arent": "are not",
}  # fmt: skip
SPELLINGS = {
    "ok": "okay", "okey": "okay", "yea": "yeah", "ya": "yeah", "yah": "yeah", "yup": "yep", "ye": "yes", "y": "yes",
    "stopit": "stop it", "righto": "okay", "rightio": "okay", "okie": "okay", "yall": "you",
    "nope": "nah", "naw": "nah", "pls": "please", "plz": "please", "stp": "stop", "alright": "all right", "mmhm": "mhm",
    "mmhmm": "mhm", "aargh": "argh", "arg": "argh", "agh": "argh", "gosh": "god", "auch": "ouch",
    "aua": "ow", "owie": "ow", "hm": "hmm", "uhm": "um", "ehm": "erm", "ahh": "ah", "ohh": "oh", "sec": "second",
    "secs": "seconds", "min": "minute", "mins": "minutes", "louda": "louder", "ot": "out", "thx": "thanks",
    "ta": "thanks", "cheers": "thanks", "u": "you", "hafta": "have to", "grey": "gray", "aye": "yeah", "och": "oh",
    "ach": "oh", "wee": "little", "yin": "one", "haud": "hold", "tae": "to",
    "nowt": "nothing", "owt": "anything", "em": "them", "nee": "no", "nay": "no", "nuh": "no",
    "omg": "oh my god", "cuz": "because", "cos": "because",
    "coz": "because",
    "jeez": "god", "crikey": "god", "blimey": "god", "pal": "mate", "bro": "mate", "dude": "mate", "bruh": "mate",
    "luv": "love", "thru": "through", "til": "till", "mmm": "mm", "hrm": "hmm",
    "aaah": "ah", "aah": "ah", "gah": "oh", "ugh": "oh", "oof": "ow", "yikes": "oh", "bloomin": "bloody",
    "fucking": "bloody", "freaking": "bloody", "frigging": "bloody", "flipping": "bloody", "fecking": "bloody",
    "goddamn": "bloody", "ruddy": "bloody", "friggin": "bloody", "freakin": "bloody", "fuckin": "bloody",
    "feckin": "bloody", "effing": "bloody",
}  # fmt: skip
SPELLINGS |= {word: meant for word, meant in dialect_sayings.SPELLINGS.items() if word not in SPELLINGS}
"""Besides these, a letter that is drawn out counts once where the word is known so: *stopp*, *nooo*, *yesss*."""
_DENIED = (
    "ca:can di:do did:did does:does is:is was:was were:were has:has have:have had:had would:would could:could"
    " should:should wo:will will:will mus:must are:are wid:would cud:could shid:should wis:was dis:does"
)
SHORT_FORMS |= {
    f"{stem}{end}": f"{word} not"
    for stem, _, word in (pair.partition(":") for pair in _DENIED.split())
    for end in ("nnae", "nae", "nna")
}
"""*Cannae*, *isnae* and *dinna* besides."""
