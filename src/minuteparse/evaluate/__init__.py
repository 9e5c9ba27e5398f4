"""Gold and records to scores, gains and losses. The answers' format is described in `corpus/README.md`."""

from minuteparse.evaluate.folder import Change, Evaluation, changes, evaluate_folder, read_json
from minuteparse.evaluate.laws import broken_laws

__all__ = ["Change", "Evaluation", "broken_laws", "changes", "evaluate_folder", "read_json"]
