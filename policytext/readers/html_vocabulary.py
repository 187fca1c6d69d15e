"""The elements, attributes and list formats of HTML that decide how a page is read."""

import re

from policytext.text.lazy_patterns import LazyPattern

#: Elements without content and end tag.
VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
#: Elements inside a line.
INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
     "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "o:p", "st1", "nobr")
)  # fmt: skip
#: Elements whose content a browser does not show as text.
SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "select", "textarea", "svg", "object", "iframe", "canvas", "rt", "rp",
     "button", "audio", "video", "map", "datalist", "applet", "frameset")
)  # fmt: skip
#: Elements that hold navigation and the like.
FURNITURE = frozenset(("nav", "footer", "aside", "form", "menu"))
#: The words in a class or id that mark navigation and the like.
FURNITURE_WORDS = (
    r"nav\w*", r"menu\w*", r"foot\w*", r"bread\w*", "crumbs?", "copyright", "side-?bar", r"share\w*", "tool-?bar", "login", r"search\w*",
    "pager", "pagination", "top-?bar", "friend-?links?", "related", r"recommend\w*", r"advert\w*", "banner", "position", "location",
    "dqwz",
)  # fmt: skip
FURNITURE_NAME = LazyPattern(rf"(?:^|[\s_-])(?:{'|'.join(FURNITURE_WORDS)})(?:$|[\s_-])", re.I)
#: Elements that HTML names as the main text.
CONTENT = {"article": 1, "main": 1}
#: The class or id that content systems give the element of the article.
CONTENT_NAMES = (
    "ucap-content", "trs_?editor", "trs_editor_view", "trs_ueditor", "trs_web", "zoom", "zoomcon", "article-?con(?:tent)?",
    "article_con(?:tent)?", "articlebody", "article-body", "news_?con(?:tent)?", "newstext", "con_?text", "content_?text", "cont_txt",
    "text_content", "pages_content", "xxgk_?content", "view_?content", r"vsb_content(?:_\d)?", "v_news_content", "wp_articlecontent",
    "info_?content", "detail[_-]?content", "bt_content", "pressrelease", "j-fontcontent", "essay", "cpcontent",
)  # fmt: skip
CONTENT_NAME = LazyPattern(rf"(?:^|\s)(?:{'|'.join(CONTENT_NAMES)})(?:$|\s)", re.I)
#: The levels of headings.
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset(("b", "strong"))
#: An element of this kind ends the nearest open element of the first group, unless one of the second is nearer.
IMPLIED_ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr", "td", "th"), ("table",)),
    "p": (("p",), ("div", "td", "th", "li", "section", "article", "body", "blockquote")),
}
#: The number format and punctuation of list items, by ``type`` or ``list-style-type``.
LIST_FORMATS = {
    "1": ("decimal", ". "), "a": ("lowerLetter", ". "), "A": ("upperLetter", ". "), "i": ("lowerRoman", ". "), "I": ("upperRoman", ". "),
    "decimal": ("decimal", ". "), "decimal-leading-zero": ("decimalZero", ". "), "lower-alpha": ("lowerLetter", ". "),
    "lower-latin": ("lowerLetter", ". "), "upper-alpha": ("upperLetter", ". "), "upper-latin": ("upperLetter", ". "),
    "lower-roman": ("lowerRoman", ". "), "upper-roman": ("upperRoman", ". "), "cjk-ideographic": ("chineseCounting", "、"),
    "simp-chinese-informal": ("chineseCounting", "、"), "trad-chinese-informal": ("chineseCounting", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"), "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-decimal": ("ideographDigital", "、"), "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"), "none": ("none", ""),
}  # fmt: skip
