"""Nothing that anybody can write breaks specdiff: random near-specs, plain noise, and everything that fuzzing ever found."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fuzz.laws import BETWEEN, DIALECTS, check, check_told, doubled, parted
from fuzz.texts import HOSTILE, pairs

HERE = Path(__file__).parent
FILES = [*sorted((HERE / "corpus").glob("*.txt")), *sorted((HERE / "found").glob("*.txt"))]

bounded = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
noise = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="#-*>`~|:!<>[]^{}() \n\ta1.", max_size=120),
    st.lists(st.sampled_from(HOSTILE), max_size=6).map("\n".join),
)


@settings(bounded, max_examples=250)
@given(pairs(), st.sampled_from(DIALECTS))
def test_a_spec_and_what_became_of_it(pair: tuple[str, str], dialect: str | None) -> None:
    check(*pair, dialect)


@settings(bounded, max_examples=150)
@given(noise, noise, st.sampled_from(DIALECTS))
def test_noise(before: str, after: str, dialect: str | None) -> None:
    check_told(before, after, dialect)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_was_found_before(path: Path) -> None:
    check(*parted(path.read_bytes()))


def test_a_file_of_the_corpus_is_a_dialect_and_two_texts() -> None:
    assert parted(b"2a" + BETWEEN.encode() + b"b") == ("a", "b", "plain")
    assert parted(b"0ab") == ("ab", "ba", None)
    assert parted(b"x\xff\0") == ("\ufffd\ufffd", doubled("\ufffd\ufffd"), None)
    assert len(FILES) > 5
