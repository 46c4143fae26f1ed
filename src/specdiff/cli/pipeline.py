"""From what the user named and chose to a review: the outer ends of the line."""

from dataclasses import replace
from pathlib import Path

from specdiff.cli.settings import Options, configured
from specdiff.model.review import Review
from specdiff.model.spec import Spec
from specdiff.sources.revisions import open_one, open_sides


def reviewed(old: str, new: str | None, options: Options) -> tuple[Review, Options]:
    """Return the review of two revisions, and the options in force (command line over environment over file)."""
    from specdiff.compare import compare  # noqa: PLC0415 - heavy
    from specdiff.parsing.parse import companions, recognises  # noqa: PLC0415

    sides = open_sides(old, new, repo=options.repo, staged=options.staged)
    options, settings = configured(options, sides)
    pair = sides.snapshots(paths=options.paths, recognises=recognises, companions=companions())
    url = settings.repository_url or sides.repository_url
    return compare(pair.old, pair.new, pair.hunks, replace(settings, repository_url=url)), options


def understood(revision: str, options: Options) -> Spec:
    """Return the spec of one revision."""
    from specdiff.parsing.parse import companions, parse, recognises  # noqa: PLC0415 - heavy

    sides = open_one(revision, repo=options.repo)
    options, settings = configured(options, sides)
    pair = sides.snapshots(paths=options.paths, recognises=recognises, companions=companions())
    return parse(pair.new, settings)


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    import os  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    handle, name = tempfile.mkstemp(dir=path.parent if str(path.parent) else ".", prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp made it 0600
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    import os  # noqa: PLC0415

    mask = os.umask(0)
    os.umask(mask)
    return mask
