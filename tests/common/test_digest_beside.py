"""Whether somebody has changed data since they were written, told by a file beside them."""

import os

import pytest

from samordning_graph.common.digest_beside import (
    digest_file,
    forget,
    is_known_to_be_changed,
    remember,
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "funn.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    remember(path)
    return path


def test_the_digest_is_a_hidden_file_beside_it(file):
    assert [path.name for path in file.parent.glob(".*")] == [".funn.csv.sha256"]


def test_what_is_as_it_was_written_is_not_changed(file):
    assert not is_known_to_be_changed(file)


@pytest.mark.parametrize("text", ["a;b\n1;3\n", "a;b\r\n1;2\r\n", "a;b"])
def test_any_other_content_is_a_change(file, text):
    file.write_bytes(text.encode())
    assert is_known_to_be_changed(file)


def test_an_empty_file_holds_nothing_to_lose(file):
    file.write_bytes(b"")
    assert not is_known_to_be_changed(file)


def test_without_a_digest_nothing_is_known(file):
    forget(file)
    forget(file)
    file.write_text("annet", "utf-8")
    assert not is_known_to_be_changed(file)


def test_the_files_of_a_folder_have_one_digest_without_those_of_others(tmp_path):
    folder = tmp_path / "ut"
    folder.mkdir()
    (folder / "a.csv").write_text("1", "utf-8")
    remember(folder, "logg")
    (folder / "logg").write_text("2", "utf-8")
    assert not is_known_to_be_changed(folder, "logg")
    (folder / "b.csv").write_text("2", "utf-8")
    assert is_known_to_be_changed(folder, "logg")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_has_the_digest_of_its_file(file, tmp_path):
    (tmp_path / "x").mkdir()
    link = tmp_path / "x" / "lenke.csv"
    link.symlink_to(file)
    assert digest_file(link) == digest_file(file)


def test_a_file_that_is_gone_or_whose_name_is_too_long_is_not_changed(file, tmp_path):
    file.unlink()
    assert not is_known_to_be_changed(file)
    assert not is_known_to_be_changed(tmp_path / ("x" * 300))


def test_a_device_has_none(tmp_path):
    remember(tmp_path / "finnes-ikke")
    assert list(tmp_path.iterdir()) == []
