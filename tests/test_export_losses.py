"""What a target cannot hold is known in full: each path of the record is in its output, or among its losses."""

from pathlib import Path

import pytest

from exports import changed, exported, full_entry, full_record, gold_entries
from minuteparse import Minutes
from minuteparse.export.losses import Loss, Lost, lost_leaves
from minuteparse.export.paths import leaves, said
from minuteparse.export.run import export
from minuteparse.export.targets import TargetName, open_target


def test_the_full_record_says_something_at_every_path() -> None:
    """What the other tests lean on: a valid record, and a change of it at each path that is valid too."""
    assert set(said(full_entry().plain)) == set(leaves())
    for path in leaves():
        assert Minutes.model_validate(changed(path)) != Minutes.model_validate(full_record()), path


@pytest.mark.parametrize("to", TargetName)
def test_each_path_is_carried_or_listed_as_lost(to: TargetName, tmp_path: Path) -> None:
    """Another value at a path changes what is written, unless the path is listed as lost: then not a byte."""
    lost = set(lost_leaves(open_target(to).LOSSES))
    before = exported(to, [full_entry()], tmp_path / "before")
    same = {
        path
        for i, path in enumerate(leaves())
        if exported(to, [full_entry(changed(path))], tmp_path / str(i)) == before
    }
    assert sorted(same - lost) == [], "neither carried nor listed as lost"
    assert sorted(lost - same) == [], "listed as lost, and yet carried"


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
