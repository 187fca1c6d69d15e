"""What a part of a document speaks of; `time_frames` finds it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from policytext.extractor.dates import DateMention
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_YEAR = LazyPattern(r"(?<!\d)20\d\d(?!\d)")


class TimeFrame(NamedTuple):
    """What a part of a document speaks of.

    Args:
        part: Whether it reviews what is reached or plans what is to come.
        when: The year or period that its heading names, or None.
    """

    part: Literal["review", "plan"]
    when: DateMention | None


class TimeFrames(NamedTuple):
    """The frames of one document.

    Args:
        document: That of the whole document, if its title gives one.
        starts: The offsets where the frame of the parts changes.
        frames: The frame from each of them on.
    """

    document: TimeFrame | None
    starts: Sequence[int]
    frames: Sequence[TimeFrame | None]

    def frame_at(self, offset: int) -> TimeFrame | None:
        """Return the frame that a heading, a line or an opening phrase above an offset gives."""
        index = bisect_right(self.starts, offset) - 1
        return self.frames[index] if index >= 0 else None


class Heading(NamedTuple):
    """A heading above a figure.

    Args:
        words: What it says.
        is_line: Whether it is a line of its own, and not the first sentence of a paragraph.
    """

    words: str
    is_line: bool


class ReportedPlan(NamedTuple):
    """A plan that a text reports.

    Args:
        span: Where the text says so.
        words: These words.
        when: The last year or period that they name, or None.
    """

    span: Span
    words: str
    when: DateMention | None

    @property
    def year(self) -> int | None:
        """The last year of the plan, also of “健康…2030”规划."""
        if self.when and self.when.when.end:
            return int(self.when.when.end[:4])
        years = _YEAR.findall(self.words)
        return int(years[-1]) if years else None
