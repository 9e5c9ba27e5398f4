"""Archives: many documents to one dataset of tables and records, and the proof that it is whole."""

from minuteparse.bulk.ingest import Summary, ingest
from minuteparse.bulk.run import Running, Step
from minuteparse.bulk.settings import Settings
from minuteparse.bulk.verify import Report, verify

__all__ = ["Report", "Running", "Settings", "Step", "Summary", "ingest", "verify"]
