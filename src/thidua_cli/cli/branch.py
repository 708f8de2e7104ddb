"""The branch one stands on: what it is compared with, told by the environment or by git, and what it changed."""

import os
from typing import TYPE_CHECKING

from thidua_cli.book import upward

if TYPE_CHECKING:
    from thidua_cli.book.git import Base, Touched


def git_prefix(top: str) -> str:
    """The office's folder inside its git repository, with ``/`` behind it; empty at the top of one, or
    without git. Formats name files as the git server knows them."""
    for folder in upward(top):
        if os.path.exists(os.path.join(folder, ".git")):
            inside = os.path.relpath(top, folder).replace(os.sep, "/")
            return "" if inside == "." else f"{inside}/"
    return ""


def branch_base(top: str, asked: str) -> "Base":
    """The commit to compare with: where the branch left the one asked for, or the one it is to go into."""
    from thidua_cli.book.git import merge_base

    return merge_base(top, asked or _from_environment())


def changed_files(top: str, asked: str) -> "Touched":
    """What the branch changed since it left its base."""
    from thidua_cli.book.git import changed_since

    return changed_since(top, branch_base(top, asked).commit)


def _from_environment() -> str:
    """The branch a pull request (GitHub, Gitea, Forgejo) or merge request (GitLab) is to go into."""
    if base := os.environ.get("GITHUB_BASE_REF"):
        return f"origin/{base}"
    return os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
