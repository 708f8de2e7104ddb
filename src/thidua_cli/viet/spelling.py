"""Whether a word is spelt as a Vietnamese syllable, and how much of a text is.

Knows no dictionary: a syllable that exists nowhere may still be well spelt.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from thidua_cli.viet.text import TONES, nfc

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
_STOPPED = re.compile(r"(?:c|ch|p|t)\Z")
_SHARP = frozenset((TONES[3], TONES[4]))
_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def _syllable() -> re.Pattern[str]:
    return re.compile(f"(?:{_ONSET})?(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")


def is_vietnamese(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable, tone marks and all."""
    return _read(word) is not None


@lru_cache(maxsize=16384)
def is_complete(word: str) -> bool:
    """Whether the marks are there as well: a syllable that ends in c, ch, p or t bears sắc or nặng, so
    ``phat`` and ``thuc`` have lost theirs."""
    read = _read(word)
    return read is not None and (not _STOPPED.search(read[0]) or read[1] in _SHARP)


def _read(word: str) -> tuple[str, str] | None:
    """The syllable without its tone, and the tone."""
    apart = normalize("NFD", word.lower())
    tones = [sign for sign in apart if sign in TONES]
    bare = nfc("".join(sign for sign in apart if sign not in TONES))
    if len(tones) > 1 or _syllable().fullmatch(bare) is None:
        return None
    return bare, "".join(tones)


class Legibility(NamedTuple):
    """How much of a text can be read as Vietnamese. Words in capitals count neither way: many are abbreviations."""

    words: int
    misspelt: int
    examples: tuple[str, ...]

    @property
    def misspelt_share(self) -> float:
        """Words that are no Vietnamese syllable, or one that has lost its mark, among all. Sound plans have
        one in five hundred, a text without marks has three in ten, a bad scan four in ten."""
        return self.misspelt / self.words if self.words else 0.0


def legibility(text: str) -> Legibility:
    """How much of a text can be read."""
    words = [word for word in _WORD.findall(nfc(text)) if not word.isupper()]
    wrong = [word for word in words if not is_complete(word)]
    return Legibility(len(words), len(wrong), tuple(dict.fromkeys(wrong))[:6])
