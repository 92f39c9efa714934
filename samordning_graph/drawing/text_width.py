"""How wide a text is in Arial, without a font at hand: a picture is laid out before anybody draws it."""

from collections.abc import Callable, Mapping

Measure = Callable[[str, float, bool], float]
"""The width in pixels of a text, given its size in pixels and whether it is bold."""

# Advances per thousand of the size, in Arial and whatever has its metrics: Helvetica, Liberation Sans.
_REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|¦",
    278: " !,./:;I[\\]ft\xa0·ÌÍÎÏìíîï",
    333: "()-`r¡¨\xad²³´¸¹“”",
    334: "{}",
    350: "•",
    355: '"',
    365: "º",
    370: "ª",
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyzçýÿ",
    537: "¶",
    549: "±÷",
    552: "¯",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþ–",
    576: "µ",
    584: "+<=>~¬×",
    611: "FTZ¿ßø",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞ",
    722: "CDHNRUwÇÐÑÙÚÛÜ",
    737: "©®",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    834: "¼½¾",
    889: "%æ",
    944: "W",
    1000: "Æ—…",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl\xa0·ÌÍÎÏìíîï‘’",
    280: "|¦",
    333: "!()-:;[]`ft¡¨\xad²³´¸¹",
    350: "•",
    365: "º",
    370: "ª",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z“”",
    549: "±÷",
    552: "¯",
    556: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿ–",
    576: "µ",
    584: "+<=>^~¬×",
    611: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþ",
    667: "EPSVXYÈÉÊËÝÞ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ",
    737: "©®",
    778: "GOQwÒÓÔÕÖØ",
    833: "M",
    834: "¼½¾",
    889: "%mæ",
    944: "W",
    975: "@",
    1000: "Æ—…",
}
_UNKNOWN = 1000
"""As wide as the widest: what does not fit would be worse than what stands too loosely."""
ADVANCES: Mapping[bool, Mapping[str, int]] = {
    is_bold: {letter: advance for advance, letters in table.items() for letter in letters}
    for is_bold, table in ((False, _REGULAR), (True, _BOLD))
}
"""By whether it is bold, and by letter."""


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """Return the width of a text in Arial, in the unit of its size.

    Kerning, which would make it narrower, does not count.

    Examples
    --------
    >>> text_width("Bolig", 10)
    22.23
    >>> text_width("Bolig", 10, is_bold=True)
    25.0
    """
    advances = ADVANCES[is_bold]
    return sum(advances.get(letter, _UNKNOWN) for letter in text) * size / 1000
