"""A folder is whole or not there, and a failure leaves what was there."""

import os

import pytest

from samordning_graph.common.replace_folder import replace_folder


def writing(*names):
    def write(folder):
        for name in names:
            (folder / name).write_text(name)

    return write


def failing(folder):
    (folder / "halv.csv").write_text("halv")
    raise RuntimeError("midt i")


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_a_new_folder_holds_what_was_written_and_nothing_lies_beside_it(tmp_path):
    replace_folder(tmp_path / "ut", writing("a.csv", "b.csv"))

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["a.csv", "b.csv"]


def test_the_new_folder_takes_the_place_of_the_old_one_whole(tmp_path):
    replace_folder(tmp_path / "ut", writing("a.csv", "b.csv"))
    replace_folder(tmp_path / "ut", writing("c.csv"))

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["c.csv"]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "ut").mkdir()
    replace_folder(tmp_path / "ut", writing("a.csv"))

    assert names(tmp_path / "ut") == ["a.csv"]


def test_a_failure_in_the_middle_leaves_the_old_folder_and_no_litter(tmp_path):
    replace_folder(tmp_path / "ut", writing("a.csv"))
    with pytest.raises(RuntimeError):
        replace_folder(tmp_path / "ut", failing)

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["a.csv"]


def test_a_failure_in_the_middle_leaves_no_new_folder(tmp_path):
    with pytest.raises(RuntimeError):
        replace_folder(tmp_path / "ut", failing)

    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path, monkeypatch):
    replace_folder(tmp_path / "ut", writing("a.csv"))
    real, tries = type(tmp_path).rename, []

    def rename(self, target):
        tries.append(self)
        if len(tries) == 2:
            raise PermissionError(13, "opptatt")
        return real(self, target)

    monkeypatch.setattr(type(tmp_path), "rename", rename)
    with pytest.raises(PermissionError):
        replace_folder(tmp_path / "ut", writing("b.csv"))

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["a.csv"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights that few have there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "ekte").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "ekte", target_is_directory=True)
    replace_folder(tmp_path / "lenke", writing("a.csv"))

    assert (tmp_path / "lenke").is_symlink()
    assert names(tmp_path / "ekte") == ["a.csv"]


def test_others_may_read_the_folder_as_any_new_folder(tmp_path):
    """The importer runs as another user."""
    (tmp_path / "plain").mkdir()
    replace_folder(tmp_path / "ut", writing("a.csv"))

    assert (tmp_path / "ut").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_folder_whose_parent_is_not_there_is_an_error(tmp_path):
    with pytest.raises(OSError, match="ikke"):
        replace_folder(tmp_path / "ikke" / "ut", writing("a.csv"))
