"""A file or a folder is complete or not there, and a failure leaves what was there."""

import os
import time
from pathlib import Path

import pytest

from samordning_graph.common.atomic_write import (
    write_atomically,
    write_folder_atomically,
    write_text_atomically,
)


def failing(stream):
    stream.write("halv")
    stream.flush()
    raise RuntimeError("midt i")


def text(words: str):
    return lambda stream: stream.writelines([words])


def test_a_file_is_written_in_utf_8_with_its_line_ends_as_they_are(tmp_path):
    file = tmp_path / "rapport æøå.txt"
    write_text_atomically(file, text("blåbær\r\nog\n"))

    assert file.read_bytes() == "blåbær\r\nog\n".encode()


def test_a_failure_in_the_middle_leaves_the_old_file_and_no_litter(tmp_path):
    file = tmp_path / "rapport.txt"
    file.write_text("gammel")
    with pytest.raises(RuntimeError):
        write_text_atomically(file, failing)

    assert file.read_text() == "gammel"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_in_the_middle_leaves_no_new_file(tmp_path):
    with pytest.raises(RuntimeError):
        write_text_atomically(tmp_path / "rapport.txt", failing)

    assert list(tmp_path.iterdir()) == []


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path):
    file = tmp_path / "rapport.txt"
    file.write_text("gammel")

    def writing(stream):
        stream.write("ny")
        stream.flush()
        assert file.read_text() == "gammel"

    write_text_atomically(file, writing)
    assert file.read_text() == "ny"
    assert list(tmp_path.iterdir()) == [file]


def test_the_new_file_takes_the_place_of_the_old_one_at_once(tmp_path):
    """It is put in place, not filled: another name of the old file still has the old text."""
    file, other_name = tmp_path / "rapport.txt", tmp_path / "annet navn.txt"
    file.write_text("gammel")
    other_name.hardlink_to(file)
    write_text_atomically(file, text("ny"))

    assert (file.read_text(), other_name.read_text()) == ("ny", "gammel")


def test_the_temporary_file_lies_beside_with_the_same_ending(tmp_path):
    seen = []
    write_atomically(tmp_path / "rapport.xlsx", lambda file: seen.append(file))

    assert [(file.parent, file.suffix) for file in seen] == [(tmp_path, ".xlsx")]


def test_a_new_file_gets_the_rights_of_any_new_file(tmp_path):
    plain = tmp_path / "plain.txt"
    plain.touch()
    write_text_atomically(tmp_path / "rapport.txt", text("ny"))

    assert (tmp_path / "rapport.txt").stat().st_mode == plain.stat().st_mode


def test_a_file_that_only_its_owner_may_read_stays_so(tmp_path):
    file = tmp_path / "rapport.txt"
    file.touch(0o600)
    before = file.stat().st_mode
    write_text_atomically(file, text("ny"))

    assert file.stat().st_mode == before


def test_a_device_is_written_to_and_stays_a_device():
    write_text_atomically(Path(os.devnull), text("ny"))

    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(OSError, match="ikke"):
        write_text_atomically(tmp_path / "ikke" / "rapport.txt", text("ny"))


def test_a_letter_that_no_file_can_hold_is_no_crash(tmp_path):
    file = tmp_path / "rapport.txt"
    write_text_atomically(file, text("data/\udce6"))

    assert file.read_text(encoding="utf-8") == "data/?"


# Folders


def filling(*names):
    def write(folder):
        for name in names:
            (folder / name).write_text(name)

    return write


def failing_midway(folder):
    (folder / "halv.csv").write_text("halv")
    raise RuntimeError("midt i")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_holds_what_was_written_and_nothing_lies_beside_it(tmp_path):
    write_folder_atomically(tmp_path / "ut", filling("a.csv", "b.csv"))

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["a.csv", "b.csv"]


def test_the_new_folder_takes_the_place_of_the_old_one_whole(tmp_path):
    write_folder_atomically(tmp_path / "ut", filling("a.csv", "b.csv"))
    write_folder_atomically(tmp_path / "ut", filling("c.csv"))

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["c.csv"]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "ut").mkdir()
    write_folder_atomically(tmp_path / "ut", filling("a.csv"))

    assert names(tmp_path / "ut") == ["a.csv"]


def test_a_failure_in_the_middle_leaves_the_old_folder_and_no_litter(tmp_path):
    write_folder_atomically(tmp_path / "ut", filling("a.csv"))
    with pytest.raises(RuntimeError):
        write_folder_atomically(tmp_path / "ut", failing_midway)

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["a.csv"]


def test_a_failure_in_the_middle_leaves_no_new_folder(tmp_path):
    with pytest.raises(RuntimeError):
        write_folder_atomically(tmp_path / "ut", failing_midway)

    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path, monkeypatch):
    write_folder_atomically(tmp_path / "ut", filling("a.csv"))
    real, tries = type(tmp_path).rename, []

    def rename(self, target):
        tries.append(self)
        if len(tries) == 2:
            raise PermissionError(13, "opptatt")
        return real(self, target)

    monkeypatch.setattr(type(tmp_path), "rename", rename)
    with pytest.raises(PermissionError):
        write_folder_atomically(tmp_path / "ut", filling("b.csv"))

    assert names(tmp_path) == ["ut"]
    assert names(tmp_path / "ut") == ["a.csv"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights that few have there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "ekte").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "ekte", target_is_directory=True)
    write_folder_atomically(tmp_path / "lenke", filling("a.csv"))

    assert (tmp_path / "lenke").is_symlink()
    assert names(tmp_path / "ekte") == ["a.csv"]


def test_others_may_read_the_folder_as_any_new_folder(tmp_path):
    """The importer runs as another user."""
    (tmp_path / "plain").mkdir()
    write_folder_atomically(tmp_path / "ut", filling("a.csv"))

    assert (tmp_path / "ut").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_folder_whose_parent_is_not_there_is_an_error(tmp_path):
    with pytest.raises(OSError, match="ikke"):
        write_folder_atomically(tmp_path / "ikke" / "ut", filling("a.csv"))


def left_behind(folder, name, hours):
    path = folder / name
    path.mkdir() if path.suffix == "" else path.write_text("halv")
    os.utime(path, (time.time() - 3600 * hours,) * 2)
    return path


def test_what_a_killed_run_left_behind_is_removed_by_the_next(tmp_path):
    old = [left_behind(tmp_path, name, 2) for name in (".samordning-a.json", ".samordning-b")]
    kept = [
        left_behind(tmp_path, ".samordning-c.json", 0.5),  # perhaps another run is writing it
        left_behind(tmp_path, ".forrige-d.json", 2),
    ]
    write_text_atomically(tmp_path / "rapport.txt", text("ny"))

    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in kept)


def test_the_longest_name_that_a_folder_takes_is_written(tmp_path):
    file = tmp_path / f"{'a' * 250}.txt"
    write_text_atomically(file, text("ny"))

    assert file.read_text() == "ny"


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="pipes have no names")  # noqa: PTH110
def test_a_pipe_is_written_to(tmp_path):
    reading, writing = os.pipe()
    write_text_atomically(Path(f"/dev/fd/{writing}"), text("blåbær"))
    os.close(writing)

    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == "blåbær".encode()
