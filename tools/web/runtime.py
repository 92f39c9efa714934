"""Python for browsers: Pyodide, from the npm package that `package-lock.json` names.

Pyodide expects to be served from a web server, and refuses a classic worker. A page that is opened from
disk has no server, and a module worker does not start from it in Chromium. So its two modules and our
worker are joined into one classic script. That is no way that Pyodide documents: the version is pinned, and
what is replaced must be in it exactly as often as it was.
"""

import json
import re
from pathlib import Path

from samordning_graph.common.page_scripts import page_text
from samordning_graph.web.page import WORKER

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
RUNTIME, LIBRARY = PYODIDE / "pyodide.asm.wasm", PYODIDE / "python_stdlib.zip"
UNUSED = (
    "_pyrepl/",
    "asyncio/__main__.py",
    "ctypes/",
    "idlelib/",
    "lib2to3/",
    "multiprocessing/",
    "pydoc",
    "sqlite3/",
    "unittest/",
    "wsgiref/",
    "xmlrpc/",
)
"""Parts of the standard library that nothing in the page uses."""


def version() -> str:
    """Return the version of Pyodide."""
    return str(json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"])


def python_version() -> str:
    """Return the version of the Python in it."""
    return str(_lock()["info"]["python"])


def worker_script() -> str:
    """Return the script of the worker: Pyodide, and ours after it."""
    module, loader = (page_text(PYODIDE / name) for name in ("pyodide.asm.mjs", "pyodide.mjs"))
    exported = re.search(r"export default (\w+);?", module)
    assert exported is not None
    module = _replaced(module, exported[0], f"const createPyodideModule={exported[1]};")
    module = module.replace("import.meta.url", "self.location.href")
    loading = re.search(r"export\s?\{(\w+) as loadPyodide,\w+ as version\};?", loader)
    assert loading is not None
    loader = _replaced(loader, loading[0], f"const loadPyodide={loading[1]};")
    loader = re.sub(r"//# sourceMappingURL.*", "", loader)
    assert "import.meta" not in module + loader
    lock = json.dumps(json.dumps({"info": _lock()["info"], "packages": {}}))
    return "\n".join(
        (
            "(() => {",
            "self.importScripts = () => { throw new Error('no script is fetched'); };",
            module,
            loader,
            f"const PYODIDE_LOCK = {lock};",
            page_text(WORKER),
            "})();",
        )
    )


def _replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def _lock() -> dict[str, dict[str, str]]:
    lock: dict[str, dict[str, str]] = json.loads(
        (PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8")
    )
    return lock
