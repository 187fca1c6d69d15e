"""Pictures of counts: shares of the domains, deadlines by year, frequent words. matplotlib draws them, an extra."""

import logging
import os
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policytext.errors import ConfigError
from policytext.formats import FileResult
from policytext.messages import Lang, say
from policytext.model.statistics import Statistics
from policytext.text.display import replace_controls

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ENDINGS = (".svg", ".png")
# Fonts that show Chinese, the freely licensed first.
_FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
    "AR PL UMing CN", "Droid Sans Fallback", "PingFang SC", "Hiragino Sans GB", "Heiti SC", "Microsoft YaHei", "SimHei", "SimSun",
    "Arial Unicode MS",
)  # fmt: skip
# Colours that people who can't tell red from green can tell apart (Okabe and Ito 2008).
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442")
_WORDS = 15
_ROWS = 40  # texts in one picture


def check_file_type(path: str) -> None:
    """Check that a picture can be drawn, before anything is read.

    Raises:
        ConfigError: a file of another kind, no matplotlib, or no font for the words of a bitmap.
    """
    if not path.lower().endswith(_ENDINGS):
        raise ConfigError("bad-plot", name=path)
    # matplotlib warns about every missing font for every word.
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    try:
        from matplotlib import font_manager
    except ImportError:
        raise ConfigError("needs-extra", name="matplotlib", extra="plot") from None
    if path.lower().endswith(".png") and not _find_installed_fonts(font_manager):
        raise ConfigError("no-font")


def _find_installed_fonts(manager: Any) -> list[str]:
    installed = {font.name for font in manager.fontManager.ttflist}
    return [name for name in _FONTS if name in installed]


#: Settings of matplotlib: text stays text, and the same counts give the same file.
_SETTINGS = {"svg.fonttype": "none", "axes.unicode_minus": False, "svg.hashsalt": "policytext"}


def draw_plot(
    path: str,
    results: Sequence[FileResult],
    total: FileResult | None,
    titles: Mapping[str, str],
    lang: Lang = "zh",
) -> None:
    """Draw the counts of several texts, or of one.

    Args:
        path: the picture; an SVG keeps its words as text, which the reader's own fonts show.
        results: the texts, or groups of them.
        total: all together, None for one text.
        titles: the domains' names, in the language of the labels, by their ids.
        lang: the language of the labels.

    Raises:
        ConfigError: the file can't be written.
    """
    from matplotlib import font_manager, rc_context
    from matplotlib.figure import Figure

    texts = [(result.path, stats) for result in results for stats in _get_statistics(result)]
    summed = [stats for result in ((total,) if total else results) for stats in _get_statistics(result)]
    merged = summed[0] if summed else Statistics()
    rows = texts[:_ROWS]
    fonts = [*_find_installed_fonts(font_manager), *_FONTS, "sans-serif"]
    with rc_context({"font.family": fonts, **_SETTINGS}):
        figure = Figure(figsize=(11, max(6.0, 1.5 + 0.3 * len(rows) + 3)), layout="constrained")
        upper, lower = figure.subfigures(  # type: ignore[misc,unused-ignore]  # an array, whatever matplotlib declares
            2, 1, height_ratios=(max(len(rows), 3), 10)
        )
        _draw_shares(upper.subplots(), rows, titles, lang)
        left, right = lower.subplots(1, 2)
        _draw_deadlines(left, merged, lang)
        _draw_words(right, merged, lang)
        _save_figure(figure, path)


def _get_statistics(result: FileResult) -> list[Statistics]:
    return [part for part in result.parts.get("stats", ()) if isinstance(part, Statistics)]


def _save_figure(figure: "Figure", path: str) -> None:
    # Without a date, the same counts give the same file.
    metadata = {"Date": None} if path.lower().endswith(".svg") else None
    try:
        with warnings.catch_warnings():
            # The text of an SVG needs no installed font.
            warnings.simplefilter("ignore")
            figure.savefig(path, metadata=metadata, dpi=150)
    except OSError as error:
        raise ConfigError("cannot-write", path=path, reason=error.strerror or str(error)) from None


def _draw_shares(
    axes: "Axes", rows: Sequence[tuple[str, Statistics]], titles: Mapping[str, str], lang: Lang
) -> None:
    """Draw a bar for each text, divided by domain."""
    names = [replace_controls(os.path.basename(path) or path) for path, _ in rows]
    places = range(len(rows))
    edge = [0.0] * len(rows)
    for number, (domain, title) in enumerate(titles.items()):
        shares = [
            (stats.domains or {})[domain].share if domain in (stats.domains or {}) else 0.0
            for _, stats in rows
        ]
        axes.barh(places, shares, left=edge, label=title, color=_COLOURS[number % len(_COLOURS)])
        edge = [start + share for start, share in zip(edge, shares, strict=True)]
    axes.set_yticks(places, names)
    axes.set_xlabel(say("plot-share", lang))
    axes.invert_yaxis()
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    axes.set_xlim(0, max([*edge, 0.01]) * 1.02)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(titles) or 1, frameon=False)
    axes.spines[["top", "right"]].set_visible(False)


def _draw_deadlines(axes: "Axes", total: Statistics, lang: Lang) -> None:
    due = total.deadlines or {}
    axes.set_title(say("plot-deadlines", lang))
    axes.set_ylabel(say("plot-targets", lang))
    axes.bar(list(due), list(due.values()), color=_COLOURS[2])
    axes.tick_params(axis="x", labelrotation=45 if len(due) > 8 else 0)
    axes.spines[["top", "right"]].set_visible(False)


def _draw_words(axes: "Axes", total: Statistics, lang: Lang) -> None:
    terms = total.top_terms[:_WORDS]
    axes.set_title(say("plot-words", lang))
    axes.set_xlabel(say("plot-count", lang))
    axes.barh([term.term for term in terms], [term.frequency for term in terms], color=_COLOURS[0])
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
