"""What a target cannot hold is known in full: each path of the record is in its output, or among its losses."""

from pathlib import Path

import pytest

from exports import changed, exported, full_entry, full_record, gold_entries
from minuteparse import Minutes
from minuteparse.export.losses import Loss, Lost, lost_leaves
from minuteparse.export.paths import leaves, said
from minuteparse.export.run import export
from minuteparse.export.tabled import LOSSES as TABLED
from minuteparse.export.targets import TargetName, open_target


def test_the_full_record_says_something_at_every_path() -> None:
    """What the other tests lean on: a valid record, and a change of it at each path that is valid too."""
    assert set(said(full_entry().plain)) == set(leaves())
    for path in leaves():
        assert Minutes.model_validate(changed(path)) != Minutes.model_validate(full_record()), path


@pytest.mark.parametrize("to", TargetName)
def test_what_is_listed_as_lost_leaves_no_trace(to: TargetName, tmp_path: Path) -> None:
    """Other values at all these paths do not change a byte of what is written."""
    lost = lost_leaves(open_target(to).LOSSES)
    before = exported(to, [full_entry()], tmp_path / "before")
    assert exported(to, [full_entry(changed(*lost))], tmp_path / "after") == before


@pytest.mark.parametrize(
    "to", [to for to in TargetName if to == TargetName.CSV or open_target(to).LOSSES is not TABLED]
)
def test_what_is_not_listed_as_lost_is_carried(to: TargetName, tmp_path: Path) -> None:
    """Another value at any other path changes what is written. The cells of a workbook are compared elsewhere."""
    lost = lost_leaves(open_target(to).LOSSES)
    before = exported(to, [full_entry()], tmp_path / "before")
    carried = [path for path in leaves() if path not in lost]
    for i, path in enumerate(carried):
        assert exported(to, [full_entry(changed(path))], tmp_path / str(i)) != before, f"{path} is neither"


@pytest.mark.parametrize("to", TargetName)
def test_no_loss_is_listed_in_vain(to: TargetName) -> None:
    """Each loss covers a path that no loss before it covers, and says why."""
    losses = open_target(to).LOSSES
    met = set(lost_leaves(losses).values())
    assert [loss for loss in losses if loss not in met] == []
    assert all(len(loss.why) >= 10 for loss in losses)


@pytest.mark.parametrize("to", TargetName)
def test_the_same_input_gives_the_same_bytes(to: TargetName, tmp_path: Path) -> None:
    """Two runs over three documents."""
    few = gold_entries()[:3]
    assert exported(to, few, tmp_path / "a") == exported(to, few, tmp_path / "b")


@pytest.mark.parametrize("to", TargetName)
def test_what_is_lost_is_counted(to: TargetName, tmp_path: Path) -> None:
    """The full record says one thing at each path: each path listed as lost lost one value, those of others are 0."""
    report = export([full_entry()], to, tmp_path / "out")
    named = lost_leaves(open_target(to).LOSSES)
    counts = {(line["path"], line["why"]): line["values"] for line in report.lost.by_path()}
    assert all(counts[path, loss.why] == 1 for path, loss in named.items())


def test_losses_are_counted_by_path_and_summed_by_pattern() -> None:
    """Two rules lost, one text cut: three values for two reasons, in the order of the list."""
    lost = Lost([Loss("**.by", "no rules"), Loss("issues", "no issues")])
    lost.count({"items": [{"by": "a.b", "decisions": [{"by": "c.d", "text": "noted"}]}]})
    lost.add("items.text", "cut")
    assert lost.by_reason() == [(2, "no rules", ["**.by"]), (1, "cut", ["items.text"])]
    assert {line["path"]: line["values"] for line in lost.by_path() if line["values"]} == {
        "items[].by": 1,
        "items[].decisions[].by": 1,
        "items.text": 1,
    }
