"""Coverage-guided fuzzing of the whole line, by atheris: ``make fuzz``. What it finds goes to ``found/`` together with the mending.

python -m fuzz --seconds 600     new inputs go to .fuzz/, which begins with corpus/, found/ and the rules' own cases
python -m fuzz FILE              what is wrong with one input; needs no atheris
"""

import argparse
import shutil
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORK = HERE.parents[1] / ".fuzz"
BROKEN = WORK / "broken"
LONGEST = 4_000
"""Bytes: a finding in a short text says more, and a short text is compared in a few milliseconds."""


def run(data: bytes) -> None:
    """Hold every law to one input."""
    from fuzz.laws import check, parted

    check(*parted(data))


def run_and_go_on(data: bytes) -> None:
    """Hold some of the laws to one input; keep the shortest input that breaks a law in one way, and go on."""
    try:
        run_some(data)
    except Exception as error:  # noqa: BLE001 - nothing may be raised at all
        where = traceback.extract_tb(error.__traceback__)[-1]
        kept = BROKEN / f"{type(error).__name__}-{Path(where.filename).stem}-{where.lineno}.txt"
        if not kept.exists() or len(data) < kept.stat().st_size:
            kept.write_bytes(data)
            print(f"{kept}: {error!s:.300}", file=sys.stderr)


def run_some(data: bytes) -> None:
    """Hold some of the laws, so as to see more inputs: those of one review, or its mirror, or a text against itself."""
    from fuzz.laws import check_mirrored, check_same, check_told, parted, review

    before, after, dialect = parted(data)
    match sum(data) % 4:
        case 0:
            check_mirrored(review(before, after, dialect), review(after, before, dialect))
        case 1:
            check_same(before, dialect)
        case _:
            check_told(before, after, dialect)


def seeds() -> list[bytes]:
    """Return what there is to begin with: the corpus, what was found before, and the cases of all rules."""
    from fuzz.laws import BETWEEN
    from specdiff.rules.catalogue import catalogue

    files = [path.read_bytes() for name in ("corpus", "found") for path in sorted((HERE / name).glob("*.txt"))]
    return files + [f"0{case.old}{BETWEEN}{case.new}".encode() for one in catalogue() for case in (*one.info.fires, *one.info.silent)]


def words() -> str:
    """Return libFuzzer's dictionary: what specs are made of."""
    from fuzz.laws import BETWEEN
    from fuzz.texts import HOSTILE, PIECES, WORDS

    told = (*PIECES, *HOSTILE, *WORDS, BETWEEN, "{#", "authority=", "[^", "](#")
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n' for word in told if word)


def fuzz(seconds: int, more: list[str]) -> None:
    """Fuzz for some seconds. Inputs that break a law are in ``.fuzz/broken/`` then."""
    import atheris

    with atheris.instrument_imports(include=[f"specdiff.{name}" for name in ("parsing", "matching", "review", "rendering")]):
        import fuzz.laws  # noqa: F401 - so that it and all that it imports is watched

    (WORK / "corpus").mkdir(parents=True, exist_ok=True)
    shutil.rmtree(BROKEN, ignore_errors=True)
    BROKEN.mkdir()
    for number, seed in enumerate(seeds()):
        (WORK / "corpus" / f"seed-{number}").write_bytes(seed)
    (WORK / "words.dict").write_text(words(), encoding="utf-8")
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-dict={WORK / 'words.dict'}",
        f"-artifact_prefix={WORK}/",
        "-timeout=120",  # by the clock, on a machine that may do other things too
    ]
    atheris.Setup([sys.argv[0], *options, *more, str(WORK / "corpus")], run_and_go_on)
    atheris.Fuzz()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--seconds", type=int, default=600)
    given, more = parser.parse_known_args()
    if given.file is not None:
        run(given.file.read_bytes())
        print("every law holds")
    else:
        fuzz(given.seconds, more)


if __name__ == "__main__":
    main()
