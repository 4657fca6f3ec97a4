"""How the documentation is built: `./dev docs`; a test builds it with every warning an error."""

from __future__ import annotations

from runut import __version__

project = "Runut"
copyright = "The Runut developers"
release = version = __version__
extensions = ["myst_parser"]
exclude_patterns = ["plans", "_build"]
html_theme = "alabaster"
html_theme_options = {
    "description": "What is known, who says so, and where the reports disagree",
    "fixed_sidebar": True,
    "page_width": "76rem",
    "sidebar_width": "15rem",
}
html_copy_source = False
html_show_sourcelink = False
# Links to files of the project that are no pages (plans, tests, schemas) lead to the files themselves.
html_extra_path = ["account.schema.json", "openapi.json"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
