"""What a part of a document speaks of; `time_frames` finds it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from policytext.extractor.dates import DateMention


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
