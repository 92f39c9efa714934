"""Identity numbers are recognised however they are written, and other numbers are not."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import written_numbers as written
from samordning_graph.input.personal_data import (
    holds_contact_details,
    holds_national_identity_number,
)
from tests.helpers.files import identity_number


@pytest.mark.parametrize(
    "birth",
    ["010190", "290200", "410190", "014190", "414190"],
    ids=["number", "leap day", "D-number", "H-number", "both"],
)
def test_identity_numbers_are_found_however_they_are_written(birth):
    digits = identity_number(birth)
    spaced = f"{digits[:6]} {digits[6:]}"
    for text in (digits, spaced, f"ring {digits}.", f"Kari ({spaced})", f"x{digits}y"):
        assert holds_national_identity_number(text)


def test_an_identity_number_is_found_without_the_zero_that_excel_drops():
    assert holds_national_identity_number(identity_number("010190")[1:])


@pytest.mark.parametrize("birth", ["320190", "011390", "000190", "720190"])
def test_eleven_digits_with_no_date_are_none(birth):
    assert not holds_national_identity_number(identity_number(birth))


@pytest.mark.parametrize(
    "change", [lambda n: n + "1", lambda n: "1" + n, lambda n: n[:5] + " " + n[5:]]
)
def test_digits_around_or_between_make_another_number(change):
    assert not holds_national_identity_number(change(identity_number("150677")))


@given(st.integers(0, 9), st.sampled_from([9, 10]))
def test_one_wrong_control_digit_is_no_identity_number(digit, place):
    sound = identity_number("150677")
    wrong = sound[:place] + str(digit) + sound[place + 1 :]
    assert holds_national_identity_number(wrong) == (wrong == sound)


@given(st.text(max_size=30))
def test_any_text_can_be_searched(text):
    holds_national_identity_number(text)
    holds_contact_details(text)


@pytest.mark.parametrize("writing", written.IDENTITY)
def test_each_way_of_writing_an_identity_number_is_found(writing):
    random = Random(writing)
    texts = [written.IDENTITY[writing](random) for _ in range(100)]

    assert [text for text in texts if not holds_national_identity_number(text)] == []


@pytest.mark.parametrize("writing", written.PHONES)
def test_each_way_of_writing_a_phone_number_is_found(writing):
    random = Random(writing)
    texts = [written.PHONES[writing](random) for _ in range(100)]

    assert [text for text in texts if not holds_contact_details(text)] == []


@pytest.mark.parametrize(
    "address", ["post@kommune.no", "fornavn.etternavn@nav.agder.no", "Å@ås.no."]
)
def test_an_e_mail_address_is_found(address):
    assert holds_contact_details(f"Spør {address}, så svarer de")


@pytest.mark.parametrize("writing", written.OTHER)
def test_other_numbers_are_seldom_taken_for_those_of_persons(writing):
    random = Random(writing)
    texts = [written.OTHER[writing](random) for _ in range(500)]

    # Eleven digits of a bank account fit both control digits and a date in one of a hundred.
    assert sum(map(holds_national_identity_number, texts)) <= 15
    assert not any(map(holds_contact_details, texts))


@pytest.mark.parametrize("part", ["a", "1", "a@", "@a.", "tlf ", "tlf 1", "15.07.", "1 ", "+47 "])
def test_a_cell_is_searched_once_however_long_it_is(part):
    text = part * (400_000 // len(part))
    begun = time.process_time()
    holds_contact_details(text)
    holds_national_identity_number(text)

    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "layout",
    [
        *("{0:.4} {0[4]}{0[5]}{0[6]}{0[7]} {1}", "{2}_{3}"),
        "{0[0]} {0[1]} {0[2]} {0[3]} {0[4]} {0[5]} {0[6]} {0[7]} {0[8]} {0[9]} {0[10]}",
    ],
)
def test_an_identity_number_in_other_groups_is_found(layout):
    digits = identity_number("150785")
    text = layout.format(digits, digits[8:], digits[:6], digits[6:])

    assert holds_national_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "901-23-456",
        "ring 901.23.456",
        "tlf. ２２ １２ ３４ ５６",
        "９０１２３４５６",
        "ola＠kommune.no",
        "+47-901-23-456",
        "9012 3456",
        "90.12.34.56",
    ],
)
def test_other_writings_of_contact_details_are_found(text):
    assert holds_contact_details(text)


@pytest.mark.parametrize(
    "text",
    [
        *("201-23-456", "901-23.456", "sak 26/901-23-456", "901.23.456.7", "2012 2024"),
        *("9012 3456 789", "9012.34.56789", "12 9012 3456", "40.12.34.56.78", "10.12.34.56"),
    ],
)
def test_numbers_that_look_like_them_are_none(text):
    assert not holds_contact_details(text)
