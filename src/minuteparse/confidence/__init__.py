"""How far each value of a record can be trusted, from the evidence that is there once the record is made."""

from minuteparse.confidence.doubts import doubtful, with_doubts
from minuteparse.confidence.weigh import weigh

__all__ = ["doubtful", "weigh", "with_doubts"]
