"""Losing: which of the files that are read would be overwritten by what is to be written."""

from __future__ import annotations

import os
from collections.abc import Iterable

from runut.intake import files, formats, remote
from runut.intake.articles import MADE_HERE
from runut.model import Skipped


def is_same(a: str, b: str) -> bool:
    """Whether two paths are of one file, there or yet to be written; a device or pipe (`/dev/null`) takes any number of writings."""
    if remote.is_remote(a) or remote.is_remote(b) or files.STDIN in (a, b):
        return False
    if os.path.exists(a) and os.path.exists(b):
        return os.path.samefile(a, b) and os.path.isfile(a)
    return os.path.realpath(a) == os.path.realpath(b)


def loses(written: str, sources: Iterable[str]) -> bool:
    """Whether writing a file would destroy one of the sources; Runut's own files, which are no reports, may be written again."""
    if remote.is_remote(written) or not os.path.isfile(written):
        return False
    local = (s for s in sources if s != files.STDIN and not remote.is_remote(s))
    found = (path for source in local for path in files.find(source) if not isinstance(path, Skipped))
    return any(is_same(written, path) and not _is_made_here(path) for path in found)


def lies_among(written: str, sources: Iterable[str]) -> bool:
    """Whether what is written lies in or below a folder in which reports lie that are a file each."""
    if remote.is_remote(written):
        return False
    place = os.path.realpath(written)
    folders = {os.path.dirname(os.path.realpath(s)) for s in sources if not remote.is_remote(s) and os.path.isfile(s)}
    return any(os.path.commonpath([place, folder]) == folder for folder in folders)


def _is_made_here(path: str) -> bool:
    first = next(formats.read(path), None)
    return isinstance(first, Skipped) and first.reason.endswith(MADE_HERE)
