#!/usr/bin/env bash
# Put specdiff into a virtual environment of its own, so that the job's own Python stays as it is. Says on GITHUB_OUTPUT where.
set -euo pipefail

place="${RUNNER_TEMP:?}/specdiff/venv"
bin="$place/bin"
if [[ "${RUNNER_OS:-}" == Windows ]]; then bin="$place/Scripts"; fi

if [[ -n "${INPUT_VERSION:-}" ]]; then
    if [[ ! "$INPUT_VERSION" =~ ^[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?$ ]]; then
        echo "::error title=specdiff::the input version must be a release like 1.2.3"
        exit 2
    fi
    what="specdiff[github]==$INPUT_VERSION"
else
    what="${ACTION_PATH:?}[github]" # the very code of this action
fi

# A second use in the same job finds the first one's environment.
if [[ "$(cat "$place/.holds" 2>/dev/null || true)" != "$what" ]]; then
    "${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "::error title=specdiff::specdiff needs Python 3.11 or newer"
        exit 2
    }
    "${PYTHON:-python3}" -m venv --clear "$place"
    "$bin/python" -m pip install --quiet --disable-pip-version-check "$what"
    printf '%s' "$what" >"$place/.holds"
fi
echo "program=$bin/specdiff" >>"${GITHUB_OUTPUT:?}"
