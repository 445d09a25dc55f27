"""Pages as Swift's tests saw them last (Tests/LapakServerTests/Snapshots), made whole again: for what only a browser can judge."""
import html, re
from functools import cache
from pathlib import Path

from support.server import ROOT

FOLDER = ROOT / "Tests/LapakServerTests/Snapshots"
ASSETS = ROOT / "Sources/LapakServer/Assets"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def seen(room: str, language: str) -> list[Path]:
    """Whole pages of a room; pieces that a script fetches are judged as part of theirs."""
    return [file for file in sorted((FOLDER / room).glob(f"*.{language}.html")) if "<main" in file.read_text()]


def document(file: Path, language: str) -> str:
    """One page with its frame and its style sheets, and without scripts."""
    lines = [line for line in file.read_text().splitlines() if not line.startswith("→")]
    lines = lines[next(at for at, line in enumerate(lines) if line.lstrip().startswith("<")):]
    if lines[0].startswith("<html"):
        text = markup(lines)
    else:
        # The page's own title, assets and main; the frame around them is on a page that says no.
        title = re.sub(r"^<title> ", "", lines[0])
        own = next(at for at, line in enumerate(lines) if line.startswith("<main"))
        text = frame(language).replace("<title></title>", f"<title>{html.escape(title)}</title>{markup(lines[1:own])}", 1)
        text = text.replace('<link href="/gaya.VERSION.css" rel="stylesheet">', "")
        text = text.replace("<main></main>", markup(lines[own:]), 1)
    text = re.sub(r"<script[^>]*></script>", "", text)
    # Numbers of claims have eight signs and a hyphen.
    text = re.sub(r"NUMBER-\d", "7K4M-92QX", text)
    # On a first visit the sheet stands in the page itself; what was seen says only that it does.
    text = text.replace("<style></style>", sheet("gaya"))
    return "<!doctype html>" + re.sub(r'<link href="/([\w-]+)\.VERSION\.css" rel="stylesheet">', lambda found: sheet(found[1]), text)


@cache
def frame(language: str) -> str:
    text = markup((FOLDER / f"Kit/trouble.{language}.html").read_text().splitlines()[1:])
    text = re.sub(r"<title>.*?</title>", "<title></title>", text, flags=re.S)
    return re.sub(r"<main.*</main>", "<main></main>", text, flags=re.S)


@cache
def sheet(name: str) -> str:
    name = "page" if name == "gaya" else name.removeprefix("lapak-")
    return f"<style>{rules(ASSETS / f'{name}.css', set())}</style>"


def rules(file: Path, known: set[Path]) -> str:
    if file.resolve() in known:
        return ""
    known.add(file.resolve())
    return re.sub(r'@import "([^"]+)";', lambda found: rules(file.parent / found[1], known), file.read_text())


def markup(lines: list[str]) -> str:
    """One tag or one piece of text a line, indented by depth."""
    out, open_tags = [], []

    def close(depth: int) -> None:
        while open_tags and open_tags[-1][0] >= depth:
            out.append(f"</{open_tags.pop()[1]}>")

    for line in lines:
        words = line.lstrip(" ")
        depth = len(line) - len(words)
        close(depth)
        if found := re.match(r"<([a-z][\w-]*)", words):
            out.append(words.removesuffix("…"))
            if found[1] not in VOID:
                open_tags.append((depth, found[1]))
        else:
            out.append(words.replace("&", "&amp;").replace("&amp;lt;", "&lt;").replace("␣", " "))
    close(0)
    return "".join(out)
