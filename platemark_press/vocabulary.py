"""The words that the press knows, and what each may mean.

A meaning is written ``kind:name``. Some words mean different things on different plates (``star`` in a sky or on a
tarot card): they have several meanings, and the plan chooses one.
"""

from __future__ import annotations

import re

from platemark_press.palettes import HUES

SUBJECTS = {
    "mountain": "mountain mountains peak peaks alps alpine volcano cliff cliffs summit",
    "hills": "hill hills meadow meadows field fields valley countryside pasture moor prairie landscape",
    "sea": "sea ocean lake water bay coast shore beach river harbour harbor waves wave island",
    "forest": "forest woods woodland pine pines fir firs spruce wood",
    "city": "city skyline town skyscraper skyscrapers street metropolis downtown buildings",
    "castle": "castle fortress palace citadel tower towers",
    "lighthouse": "lighthouse beacon",
    "boat": "boat boats ship sailboat sail yacht galleon schooner",
    "dunes": "desert dune dunes sahara",
    "cactus": "cactus cacti saguaro",
    "tree": "tree trees oak willow maple birch orchard",
    "flower": "flower flowers rose roses tulip lily poppy poppies sunflower daisy blossom bouquet botanical "
    "bloom peony iris garden",
    "mushroom": "mushroom mushrooms toadstool fungus",
    "fish": "fish koi carp salmon aquarium goldfish trout",
    "whale": "whale whales",
    "bird": "bird raven crow robin sparrow finch wren dove songbird",
    "owl": "owl",
    "cat": "cat cats kitten feline",
    "fox": "fox foxes vixen",
    "deer": "deer stag doe elk reindeer",
    "horse": "horse horses mare stallion pony",
    "butterfly": "butterfly butterflies moth",
    "portrait": "portrait woman man girl boy face lady person saint head people",
    "house": "house cottage cabin hut home barn farmhouse chalet",
    "windmill": "windmill mill",
    "bridge": "bridge viaduct aqueduct",
    "balloon": "balloon balloons airship",
}

CELESTIAL = {
    "moon": "moon moonlit moonlight crescent",
    "sun": "sun sunny sunlight",
    "stars": "stars star starry galaxy cosmos constellation",
}

EXTRAS = {
    "clouds": "cloud clouds cloudy overcast",
    "birds": "gulls seagulls flock swallows geese birds",
    "rain": "rain rainy storm stormy drizzle",
    "snow": "snow snowy snowfall blizzard",
    "fog": "fog mist misty foggy haze hazy",
    "border": "border borders frame framed margin passe-partout",
}

PALETTE_WORDS = {
    "dusk": "sunset dusk evening twilight",
    "dawn": "dawn sunrise morning",
    "night": "night midnight nocturne dark nocturnal",
    "day": "day noon daylight summer bright",
    "autumn": "autumn fall harvest autumnal october",
    "winter": "winter ice icy frost frosty cold arctic",
    "ink": "monochrome black grayscale greyscale grey gray",
    "desert": "arid sand sandy terracotta",
    "deep": "underwater abyss reef",
    "rose": "romantic love spring pastel",
    "forest": "lush jungle moss mossy",
    "gold": "gold gilded sepia baroque",
}

STYLE_WORDS = {
    "etching": "etching engraving engraved intaglio drypoint mezzotint etched",
    "woodcut": "woodcut linocut block woodblock ukiyo-e lino",
    "riso": "risograph riso screenprint poster pop halftone",
    "watercolour": "watercolor watercolour wash painting aquarelle gouache painted",
    "glass": "stained-glass glass mosaic cathedral",
    "pixel": "pixel pixels pixelart pixelated 8-bit 16-bit retro sprite",
    "blueprint": "blueprint schematic technical cyanotype",
    "nouveau": "nouveau art-nouveau jugendstil mucha secession",
    "deco": "deco art-deco gatsby",
}

RANKS = {
    "king": "king kings",
    "queen": "queen queens",
    "jack": "jack jacks knave",
    "ace": "ace aces",
    "joker": "joker jester",
    "2": "2 two deuce", "3": "3 three", "4": "4 four", "5": "5 five", "6": "6 six", "7": "7 seven",
    "8": "8 eight", "9": "9 nine", "10": "10 ten",
}  # fmt: skip

SUITS = {
    "hearts": "hearts heart ♥ ♡",
    "diamonds": "diamonds diamond ♦ ♢",
    "clubs": "clubs club ♣ ♧",
    "spades": "spades spade ♠ ♤",
}

CARD_WORDS = {"card": "card cards deck playing-card"}

MAJORS = (
    "The Fool",
    "The Magician",
    "The High Priestess",
    "The Empress",
    "The Emperor",
    "The Hierophant",
    "The Lovers",
    "The Chariot",
    "Strength",
    "The Hermit",
    "Wheel of Fortune",
    "Justice",
    "The Hanged Man",
    "Death",
    "Temperance",
    "The Devil",
    "The Tower",
    "The Star",
    "The Moon",
    "The Sun",
    "Judgement",
    "The World",
)

MAJOR_WORDS = {
    "0": "fool", "1": "magician", "2": "high-priestess priestess", "3": "empress", "4": "emperor",
    "5": "hierophant pope", "6": "lovers lover", "7": "chariot", "8": "strength", "9": "hermit",
    "10": "wheel-of-fortune wheel fortune", "11": "justice", "12": "hanged-man hanged", "13": "death",
    "14": "temperance", "15": "devil", "16": "tower", "17": "star", "18": "moon", "19": "sun",
    "20": "judgement judgment", "21": "world",
}  # fmt: skip

UNAMBIGUOUS_MAJORS = frozenset(
    [
        "fool",
        "magician",
        "high-priestess",
        "priestess",
        "empress",
        "emperor",
        "hierophant",
        "hermit",
        "wheel-of-fortune",
        "hanged-man",
        "temperance",
        "lovers",
        "chariot",
    ]
)
"""Names that mean a tarot card even without the word tarot."""

SIGNS = (
    "Aries",
    "Taurus",
    "Gemini",
    "Cancer",
    "Leo",
    "Virgo",
    "Libra",
    "Scorpio",
    "Sagittarius",
    "Capricorn",
    "Aquarius",
    "Pisces",
)

SIGN_WORDS = {
    "aries": "aries ram ♈", "taurus": "taurus bull ♉", "gemini": "gemini twins ♊", "cancer": "cancer crab ♋",
    "leo": "leo lion ♌", "virgo": "virgo maiden ♍", "libra": "libra scales ♎", "scorpio": "scorpio scorpion ♏",
    "sagittarius": "sagittarius archer ♐", "capricorn": "capricorn goat sea-goat ♑",
    "aquarius": "aquarius water-bearer ♒", "pisces": "pisces fishes ♓",
}  # fmt: skip

PHRASES = {
    ("art", "nouveau"), ("art", "deco"), ("stained", "glass"), ("high", "priestess"), ("hanged", "man"),
    ("playing", "card"), ("playing", "cards"), ("water", "bearer"), ("sea", "goat"), ("wheel", "of", "fortune"),
    ("wood", "block"), ("ukiyo", "e"), ("8", "bit"), ("16", "bit"), ("pixel", "art"), ("wood", "cut"),
}  # fmt: skip

_JOINED = {"playing-cards": "playing-card", "pixel-art": "pixelart", "wood-block": "woodblock", "wood-cut": "woodcut"}

STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "with",
        "and",
        "or",
        "to",
        "by",
        "for",
        "from",
        "over",
        "under",
        "near",
        "into",
        "is",
        "are",
        "as",
        "its",
        "no",
        "without",
        "not",
        "this",
        "that",
        "through",
        "upon",
        "beside",
        "above",
        "below",
        "behind",
        "between",
    ]
)
"""Function words, which are reported neither as used nor as ignored."""

NEGATIONS = frozenset({"no", "without", "not"})

_GROUPS = (
    ("subject", SUBJECTS),
    ("celestial", CELESTIAL),
    ("extra", EXTRAS),
    ("palette", PALETTE_WORDS),
    ("style", STYLE_WORDS),
    ("rank", RANKS),
    ("suit", SUITS),
    ("card", CARD_WORDS),
    ("major", MAJOR_WORDS),
    ("sign", SIGN_WORDS),
    ("tarot", {"tarot": "tarot arcana arcanum"}),
    ("zodiac", {"zodiac": "zodiac horoscope astrology astrological"}),
)


def _lexicon() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for kind, group in _GROUPS:
        for name, words in group.items():
            for word in words.split():
                table[word] = (*table.get(word, ()), f"{kind}:{name}")
    for word in HUES:
        table[word] = (*table.get(word, ()), f"hue:{word}")
    table["birds"] = ("extra:birds", "subject:bird")
    return table


LEXICON = _lexicon()

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[\u2190-\u27bf\U0001f000-\U0001faff]")


def find_meanings(word: str) -> tuple[str, ...]:
    """The meanings of a word or of its singular; empty if it is unknown."""
    word = _JOINED.get(word, word)
    if word in LEXICON:
        return LEXICON[word]
    candidates = []
    if word.endswith("ies"):
        candidates.append(word[:-3] + "y")
    if word.endswith("es"):
        candidates.append(word[:-2])
    if word.endswith("s"):
        candidates.append(word[:-1])
    if word.endswith("ish"):
        candidates.append(word[:-3])
    return next((LEXICON[c] for c in candidates if c in LEXICON), ())


def tokenize(text: str) -> list[str]:
    """Split a text into words in lower case; known phrases become one word joined by hyphens."""
    words = _TOKEN.findall(text.lower())
    joined: list[str] = []
    i = 0
    while i < len(words):
        for size in (3, 2):
            phrase = tuple(words[i : i + size])
            if len(phrase) == size and phrase in PHRASES:
                joined.append("-".join(phrase))
                i += size
                break
        else:
            joined.append(words[i])
            i += 1
    return joined
