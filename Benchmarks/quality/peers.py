"""The extractors that Ghirbal is measured against, each as its authors would run it.

Every peer decodes the page's bytes in its own way. Settings are those of the peers' own or of
published evaluations, for main content; what they are stands beside each peer and in the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from . import plain
from .extraction import Extraction, Facts


@dataclass(frozen=True)
class Peer:
    """A library, how it is called, and in one line with which settings."""

    name: str
    distribution: str
    settings: str
    extract: Callable[[bytes, str | None], Extraction]

    @property
    def version(self) -> str:
        return version(self.distribution)


def _trafilatura(page: bytes, url: str | None) -> Extraction:
    """Text and facts apart, so that a page without text still has its facts."""
    import trafilatura
    from trafilatura.metadata import extract_metadata

    text = trafilatura.extract(
        page, include_comments=False, include_tables=True, include_formatting=False
    )
    tree = trafilatura.load_html(page)
    if tree is None:
        return Extraction(text or "", Facts())
    found = extract_metadata(tree, default_url=url)
    return Extraction(text or "", Facts(found.title, found.author, found.date))


def _rs_trafilatura(page: bytes, url: str | None) -> Extraction:
    import rs_trafilatura

    found = rs_trafilatura.extract_bytes(page, url=url)
    return Extraction(found.main_content or "", Facts(found.title, found.author, found.date))


def _resiliparse(page: bytes, url: str | None) -> Extraction:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(page, detect_encoding(page) or "utf-8")
    return Extraction(extract_plain_text(tree, main_content=True))


def _readability(page: bytes, url: str | None) -> Extraction:
    from readability import Document

    return Extraction(plain.text_of(Document(page, url=url).summary(html_partial=True)))


def _magic_html(page: bytes, url: str | None) -> Extraction:
    """Takes text, not bytes; decoded as for Resiliparse, which finds encodings best of the peers."""
    from magic_html import GeneralExtractor
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    text = bytes_to_str(page, detect_encoding(page) or "utf-8")
    found = GeneralExtractor().extract(text, base_url=url or "")
    return Extraction(plain.text_of(found.get("html") or ""))


# The language a page declares, as jusText calls its stop list.
_STOP_LISTS = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ka": "Georgian", "kk": "Kazakh", "kn": "Kannada",
    "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi",
    "ms": "Malay", "mt": "Maltese", "nb": "Norwegian_Bokmal", "ne": "Nepali", "nl": "Dutch",
    "nn": "Norwegian_Nynorsk", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "yo": "Yoruba",
}  # fmt: skip

_UNLISTED = frozenset(("ja", "zh", "th", "km", "lo", "my"))
_HTML_LANG = re.compile(rb"<html\b[^>]*?\slang\s*=\s*[\"']?([a-zA-Z]{2,3})", re.IGNORECASE)


@cache
def _stop_list(language: str | None) -> frozenset[str]:
    """Of a language; all lists together where none is declared or it has none.

    On the 104 pages without a declaration in the trafilatura and Readability sets the English list
    gives segment F1 .333 and word F1 .296, all lists .843 and .778.
    """
    import justext

    name = _STOP_LISTS.get(language or "")
    chosen = [name] if name else sorted(justext.get_stoplists())
    return frozenset().union(*(justext.get_stoplist(each) for each in chosen))


def _justext(page: bytes, url: str | None) -> Extraction:
    import justext

    declared = _HTML_LANG.search(page[:4096])
    language = declared[1].decode("ascii").lower() if declared else None
    if language in _UNLISTED:
        # jusText's own way for a language without a list.
        paragraphs = justext.justext(page, frozenset(), stopwords_low=0, stopwords_high=0)
    else:
        paragraphs = justext.justext(page, _stop_list(language))
    return Extraction("\n".join(p.text for p in paragraphs if not p.is_boilerplate))


PEERS = {
    peer.name: peer
    for peer in (
        Peer(
            "trafilatura",
            "trafilatura",
            "extract(include_comments=False, include_tables=True), as in its own evaluation;"
            " facts from extract_metadata(default_url=the page's URL)",
            _trafilatura,
        ),
        Peer(
            "resiliparse",
            "Resiliparse",
            "detect_encoding, extract_plain_text(main_content=True)",
            _resiliparse,
        ),
        Peer(
            "readability",
            "readability-lxml",
            "Document(bytes).summary(html_partial=True), all text of that HTML",
            _readability,
        ),
        Peer(
            "justext",
            "jusText",
            "defaults; stop list of <html lang>, else all lists, none for Chinese, Japanese, Thai",
            _justext,
        ),
        Peer(
            "rs-trafilatura",
            "rs-trafilatura",
            "extract_bytes(url=the page's URL), defaults",
            _rs_trafilatura,
        ),
        Peer(
            "magic-html",
            "magic-html",
            "GeneralExtractor().extract, told no kind of page; all text of that HTML",
            _magic_html,
        ),
    )
}

DEFAULT_PEERS = ("trafilatura", "resiliparse", "readability", "justext")
"""Those that install everywhere; rs-trafilatura and magic-html want Python 3.12 or later."""
