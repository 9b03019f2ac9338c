"""What people put around what they mean: cries, fillers, names and ways to ask, as patterns."""

PAIN = (
    "ow|ouch|ah|argh|oh|god|my god|oh my god|jesus|christ|jesus christ|lord|damn|damn it|hell|shit|fuck|bloody hell"
    "|for the love of (god|christ|mike|all that is holy)|by (heck|god|golly|gum)|heavens|flaming hell|strewth|basta"
    "|mamma mia|oh boy|oh man|(sod|screw|fuck|bugger|damn) (this|that|it)"
    "|lord have mercy|have mercy|mercy|sweet jesus|oh lord|good (god|lord|grief)|dear (god|lord)|holy (shit|cow|crap"
    "|moly|hell)"
    "|son of a bitch|bastard|bugger|bugger me|crap|bollocks|sod it|what the fuck|(god|christ) almighty|jaysus|fuck me"
    "|hell no"
)
"""What pain makes people say; it means nothing by itself, and never hides what is said beside it."""
FILLERS = (
    "i am [so|very] sorry|sorry about that|pardon me|forgive me|um|uh|er|erm|hmm|well|okay|so|and|but|then|hey|hello"
    "|look|listen|sorry|please|just|now|right now|really|actually"
    "|coach|stretch coach|computer|thanks|thank you|i mean|you know|like|all right|right away|at once|immediately"
    "|for me|already|quickly|straight away|this instant|for god is sake|for goodness sake"
    "|for heaven is sake|come on|oh please|honestly|lovely|brilliant|great|wonderful"
    "|i am afraid|to be honest|you see"
    "|i believe|i reckon|i beg you|im begging you|i am begging you|too|i suppose|i would say|i swear"
    "|innit|anyway|mm|mhm|yay"
    "|thank you [so|very] much|many thanks|thanks a lot|thank christ|for crying out loud|for christ is sake|wow|whew"
    "|phew"
    "|for fuck is sake|for pity is sake|if you do not mind|if you please|if possible|excuse me|what the hell|bloody"
    "|seriously|literally|basically|obviously|frankly|definitely|certainly|absolutely|by the way|by god|at all costs"
)
NAMES = (
    "pet|darling|honey|petal|chick|duck|ducky|hon|sweetheart|sugar|doctor|doc|nurse|girl|buddy|hen"
    "|son|lass|lad|sir|madam|maam|mum|mom|dad|mummy|daddy"
    "|babe|baby|alexa|siri|google|friend|my friend|my dear|my love|sunshine|boss|guys|folks|love you|bless you|man|dear"
    "|love|mate"
)
"""Whom people say it to, first or last."""
ASKING = (
    "can you|could you|would you|will you|can you be|i want|i would like|you can be|could you be|can we have"
    "|can i have|you should|can we|could we|can i|could i|may i|shall we|should we|i want to|i want you to"
    "|i would like to|i would like you to|i need to|i need you to|i have to|we have to|you have to|you must|i must"
    "|i said|i told you to|i asked you to|let us|let me|do|i think i want to|i think we should|i think i need to"
    "|we should|we need to|i am going to|would you mind|let us try|let me try|can we try|could we try|try|give me"
    "|tell me"
    "|it is time to|please can you|you will (have|need) to|you need to|i should like [to|you to]|i would rather"
    "|i would love to|would you kindly|do you mind|if we could|if you would|how about|what about|why do not we"
    "|is it possible to|is it okay to|i will have to|i have got to|i had better|we had better|you had better|may we"
    "|might i|do you think [you|we] (can|could)|are you able to|would it be possible to|i am asking you to"
    "|i really (need|want) to|i just (want|need) to|i wish you would|you should just"
    "|i am going to have to|i think|i guess|i wish to|we can"
    "|you can"
)
"""Ways to ask for something, before it ..."""
AFTER = (
    "this time|for me|on (this|this one|that one|here)|with (this|this one|that one)|like (hell|mad|crazy|anything)"
    "|as hell"
    "|in the dark|all the time|every time|most of the time|from here|i am afraid|i believe|i reckon|to be honest"
    "|if you can|if you could|if you would"
    "|can you|could you|would you|will you|i think|i guess|a bit|a little|okay"
    "|here|at the same time|for now|for today|for tonight|for the night"
)
"""... and after it."""
