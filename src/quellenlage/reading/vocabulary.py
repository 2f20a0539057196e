"""What markup says about a part of a page: the words that web designers put into class names, ids and roles.

Only words in general use stand here, German and English; none that belongs to a single publisher. A class name is cut
into its words at hyphens, underscores and capitals, so that `ArticleModuleTeaser_teaserText` is read as
"article module teaser teaser text"; two neighbouring words count as a pair ("fact box" for "factbox").
"""

from __future__ import annotations

import re
from functools import lru_cache


class Role:
    """What a part of a page is for, as bits of an int: several may hold at once. (An enum.Flag costs a fifth of the
    whole reading time.)"""

    NONE = 0
    FURNITURE = 1 << 0  # surely of the page: navigation, sharing, comments, advertising, related stories
    TEASER = 1 << 1  # a lead-in to another article, or the lead of this one: the place decides
    ASIDE = 1 << 2  # beside the article: an information box or furniture, the text decides
    BODY = 1 << 3  # named as the article's text
    SUMMARY = 1 << 4
    KICKER = 1 << 5
    HEADLINE = 1 << 6
    BYLINE = 1 << 7
    CAPTION = 1 << 8
    CREDIT = 1 << 9
    FACT_BOX = 1 << 10
    EMBED = 1 << 11
    QUOTE = 1 << 12
    FIGURE = 1 << 13  # a picture or quotation set apart
    FORM = 1 << 14  # something to fill in; some designs wrap the whole page in one
    TICKER = 1 << 15  # one entry of a live ticker
    HIDDEN = 1 << 16


_WORDS: dict[int, str] = {
    Role.FURNITURE: """
        nav navigation navbar navi breadcrumb breadcrumbs breadcrumps menu submenu footer sidebar rail
        related recommend recommended recommendation recommendations recirculation recirc newsletter newsletters
        subscribe
        subscription abo share sharing sharebar shares social socials socialmedia comment comments kommentar kommentare
        forum disqus postings ad ads advert advertising advertisement adslot anzeige anzeigen werbung sponsored sponsor
        promo promos
        promotion promobox outbrain taboola affiliate cookie cookies login signup signin register registration popup
        modal
        overlay toolbar trending tags tag taglist topics keywords schlagworte schlagwort themen poll voting umfrage
        quiz pagination pager skip skiplink linklist linkliste morelinks readmore weiterlesen bookmark merkliste
        feedback disclaimer imprint impressum banner audioplayer playlist donate donation donations spenden
        spende backlink""",
    Role.TEASER: "teaser teasers teaserlist card cards tile tiles",
    Role.BODY: "",
    Role.SUMMARY: """
        lead leadin lede intro introduction introtext leadtext summary excerpt dek standfirst subtitle subheadline
        subhead vorspann
        einleitung preface strapline deck abstract anriss teasertext lead-text description""",
    Role.KICKER: """
        kicker topline overline eyebrow dachzeile roofline spitzmarke pretitle supertitle overhead oberzeile
        preheadline""",
    Role.HEADLINE: "headline title heading titel ueberschrift schlagzeile",
    Role.BYLINE: """
        byline bylines author authors autor autoren autorin dateline date datum datetime timestamp published
        publishdate pubdate
        readingtime lesezeit metadata meta contributor verfasser textauthor updated lastupdate""",
    Role.CAPTION: """
        caption captions figcaption bildunterschrift bildtext bildlegende imagecaption imagetext legend legende subline
        mediacaption""",
    Role.CREDIT: """
        credit credits copyright photographer fotograf bildnachweis bildquelle fotocredit photocredit imagecredit
        bildrechte
        mediacredit""",
    Role.FACT_BOX: """
        infobox factbox factsbox faktenbox kasten infokasten glossar glossary steckbrief numberbox keyfacts zahlenbox
        hintergrundbox explainer expandable accordion akkordeon""",
    Role.EMBED: """
        embed embeds embedded oembed embetty consent optin tweet twitter instagram tiktok youtube datawrapper
        iframe externalcontent embedbox""",
    Role.QUOTE: "quote pullquote zitat blockquote quotation",
    Role.TICKER: "liveblog ticker tickerentry",
}
_PAIRS: dict[int, str] = {
    Role.FURNITURE: """
        read-more more-news more-stories more-articles more-on most-read most-popular meist-gelesen mehr-zum also-read
        skip-link back-link author-bio author-box author-info author-card author-profile autor-box autoren-box follow-us
        link-list sticky-bar article-tags story-tags article-topics bottom-bar content-recommendation next-article
        more-like up-next related-articles tool-bar video-player audio-player video-teaser article-tools article-actions
        action-bar print-button call-to sign-up log-in cross-links article-footer linked-articles correction-form
        error-report
        push-notification app-promo article-reference reading-list about-author author-description""",
    Role.SUMMARY: """
        sub-title sub-headline sub-heading lead-in lead-text teaser-text article-lead article-intro kurz-text
        summary-list
        bullet-points bulletpoints""",
    Role.KICKER: "pre-title super-title headline-prefix title-prefix over-line top-line",
    Role.BYLINE: "reading-time time-stamp article-meta post-meta entry-meta pub-date publish-date publication-date"
    " read-time",
    Role.CAPTION: "image-text image-description image-caption media-description img-text bild-unterschrift"
    " media-caption",
    Role.CREDIT: "image-credit photo-credit image-source image-rights bild-quelle media-credit copy-right",
    Role.FACT_BOX: """
        info-box fact-box facts-box fakten-box info-kasten number-box key-facts info-text-box hintergrund-box zahlen-box
        context-box""",
    Role.EMBED: """
        external-content second-click two-click opt-in content-blocker embed-box social-embed embed-placeholder
        consent-placeholder externer-inhalt""",
    Role.QUOTE: "pull-quote block-quote",
    Role.TICKER: "live-entry ticker-entry live-post live-event live-events liveblog-entry ticker-item",
    Role.BODY: """
        article-body article-text article-content story-body story-text story-content post-body post-content
        entry-content
        body-text body-copy text-body articlebody news-content article-copy""",
    Role.HIDDEN: "sr-only visually-hidden screen-reader screenreader-only h-offscreen visuallyhidden-text aural-only",
}
_HIDDEN = {"visuallyhidden", "sronly", "offscreen", "hidden", "invisible", "unsichtbar", "screenreader"}
# A class name that begins so speaks of something else: a state, a script hook, what is *not* there or only meant for
# it.
_NOT_ABOUT_THIS = re.compile(
    r"^(?:has|with|without|no|not|hide|show|js|is|u|can|when|if|after|before|qa|theme|color|bg|font|text)[-_]"
)
# Utility classes with a variant ("md:hidden", "print:block") say nothing about what the element is.
_VARIANT = re.compile(r"[:\[\]/]")
_CAPITALS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9äöüß]+")

_BY_WORD: dict[str, int] = {}
_BY_PAIR: dict[str, int] = {}
for _role, _words in _WORDS.items():
    for _word in _words.split():
        _BY_WORD[_word] = _BY_WORD.get(_word, Role.NONE) | _role
for _role, _words in _PAIRS.items():
    for _word in _words.split():
        _BY_PAIR[_word] = _BY_PAIR.get(_word, Role.NONE) | _role
_BY_TAG = {
    "nav": Role.FURNITURE,
    "footer": Role.FURNITURE,
    "dialog": Role.FURNITURE,
    "menu": Role.FURNITURE,
    "aside": Role.ASIDE,
    "figcaption": Role.CAPTION,
    "figure": Role.FIGURE,
    "form": Role.FORM,
    "blockquote": Role.QUOTE,
    "address": Role.BYLINE,
}
_BY_ARIA = {
    "navigation": Role.FURNITURE,
    "contentinfo": Role.FURNITURE,
    "search": Role.FURNITURE,
    "dialog": Role.FURNITURE,
    "complementary": Role.ASIDE,
    "banner": Role.FURNITURE,
    "menu": Role.FURNITURE,
}
_BY_PROPERTY = {
    "articlebody": Role.BODY,
    "description": Role.SUMMARY,
    "author": Role.BYLINE,
    "datepublished": Role.BYLINE,
    "datemodified": Role.BYLINE,
    "copyrightholder": Role.CREDIT,
    "caption": Role.CAPTION,
    "breadcrumb": Role.FURNITURE,
    "comment": Role.FURNITURE,
}


@lru_cache(maxsize=16_384)
def named_roles(names: str) -> int:
    """The roles that class names and an id, space-separated, speak for."""
    roles = Role.NONE
    for name in names.split():
        roles |= _roles_of_name(name)
    if ":" not in names and any(name in _HIDDEN for name in names.lower().split()):
        roles |= Role.HIDDEN  # "hidden md:block" is hidden on small screens alone
    return roles


@lru_cache(maxsize=65_536)
def _roles_of_name(name: str) -> int:
    if _VARIANT.search(name) or _NOT_ABOUT_THIS.match(name):
        return Role.NONE
    return _roles_of_words([word for word in _PARTS.split(_CAPITALS.sub("-", name).lower()) if word])


def _roles_of_words(words: list[str]) -> int:
    roles = Role.NONE
    for place, word in enumerate(words):
        roles |= _BY_WORD.get(word, Role.NONE)
        if place:
            pair = words[place - 1], word
            roles |= _BY_PAIR.get("-".join(pair), Role.NONE) | _BY_WORD.get("".join(pair), Role.NONE)
    return roles


def tag_roles(tag: str) -> int:
    """The roles that the element's own name speaks for."""
    return _BY_TAG.get(tag, Role.NONE)


def attribute_roles(aria: str | None, item: str | None) -> int:
    """The roles that a `role` attribute and an `itemprop` speak for."""
    roles = _BY_ARIA.get(aria.strip().lower(), Role.NONE) if aria else Role.NONE
    for word in (item or "").lower().split():
        roles |= _BY_PROPERTY.get(word, Role.NONE)
    return roles
