"""The folder of the built-in rules.

>>> import os
>>> sorted(os.listdir(find_builtin_folder() or "."))[:3]
['CRITERIA.md', 'RECORD.md', 'domains']
"""

import os


def find_builtin_folder() -> str | None:
    """Return the folder of the built-in packs: inside the package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "rules")
    if os.path.isdir(inside):
        return inside
    project = os.path.dirname(package)
    # In site-packages a folder of this name may belong to another package; a checkout has a project file.
    if os.path.isfile(os.path.join(project, "pyproject.toml")):
        beside = os.path.join(project, "rules")
        return beside if os.path.isdir(beside) else None
    return None
