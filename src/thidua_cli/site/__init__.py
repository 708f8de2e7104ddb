"""A repository as a folder of HTML pages that opens from the disk, without server and without the network."""

from thidua_cli.site.build import build, page_count
from thidua_cli.site.days import latest_day
from thidua_cli.site.paper import GENERATOR

__all__ = ["GENERATOR", "build", "latest_day", "page_count"]
