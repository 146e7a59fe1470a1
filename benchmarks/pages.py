"""Rate pages of the sample digest with Lighthouse, in a real browser on this machine.

    python -m benchmarks.pages

It needs Chromium and `lighthouse`, which npm has. The site is served as a host does, compressed and at a sub-path. Ends
with status 1 where a category of a page has less than 99 of 100 points.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEAST = 99
"""Points, of 100, in each category."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
COMPRESSED = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt")


class Host(SimpleHTTPRequestHandler):
    """Serves a site at /digest/, compressed."""

    def translate_path(self, path: str) -> str:
        """Below the site's folder, or nowhere."""
        return super().translate_path(path.removeprefix("/digest") if path.startswith("/digest/") else "/nowhere")

    def do_GET(self) -> None:  # the name that the server calls
        """Send a file, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def build(folder: Path, address: str) -> Path:
    """Build the sample digest for an address, and give its folder."""
    shutil.copytree(ROOT / "content", folder / "content")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace('site_url: ""', f"site_url: {address}")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    command = [sys.executable, "-c", "from digest.cli import main; main()", "build", "-q"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return folder / "site"


def rate(lighthouse: str, url: str, browser: str) -> dict[str, int]:
    """The points of a page in each category."""
    command = [lighthouse, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    ran = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": browser}, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    found = json.loads(ran.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in CATEGORIES}


def main() -> int:
    """Print a table of pages and their points."""
    lighthouse, browser = shutil.which("lighthouse"), shutil.which("chromium") or shutil.which("google-chrome")
    if not lighthouse or not browser:
        sys.exit("needs Chromium, and lighthouse: `npm install -g lighthouse`")
    with tempfile.TemporaryDirectory() as folder:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
        address = f"http://127.0.0.1:{server.server_port}/digest/"
        site = build(Path(folder), address)
        server.RequestHandlerClass = partial(Host, directory=str(site))  # type: ignore[assignment]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        brief = next(path.parent for path in sorted(site.glob("2*/*/*/*/brief.json")))
        pages = {"home": "", "edition": brief.parent, "brief": brief}
        print(f"{'':10}{''.join(f'{name:>16}' for name in CATEGORIES)}")
        lowest = 100
        for name, place in pages.items():
            url = f"{address}{Path(place).relative_to(site).as_posix()}/" if place else address
            points = rate(lighthouse, url, browser)
            lowest = min(lowest, *points.values())
            print(f"{name:10}{''.join(f'{points[it]:16}' for it in CATEGORIES)}")
        server.shutdown()
    return 0 if lowest >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
