"""WCAG contrast of every pair of colour tokens in tokens.css, in both skins. Ends with 1 when a pair is below its floor."""
import re, sys
from pathlib import Path

CSS = Path(__file__).resolve().parents[3] / "Sources/LapakServer/Assets/kit/tokens.css"

TEXT, SHAPE = 4.5, 3.0
PAIRS = {
    TEXT: "ink/paper ink/ground ink2/paper ink2/ground link/paper link/ground onbrand/brand brand/paper onbrand/brandhi bad/paper "
          "badink/badbg onbad/bad warnink/warnbg goodink/goodbg good/paper infoink/infobg idleink/idlebg",
    SHAPE: "edge/paper edge/ground focus/ring warnedge/paper s-idle/paper s-fill/paper s-need/paper s-bad/paper s-done/paper",
}


def skins(css: str) -> dict[str, dict[str, str]]:
    def tokens(selector: str) -> dict[str, str]:
        block = re.search(re.escape(selector) + r"\s*\{(.*?)\}", css, re.S)
        return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})\b", block.group(1))) if block else {}

    light = tokens(":root")
    return {"terang": light, "malam": {**light, **tokens("[data-skin=malam]")}}


def luminance(colour: str) -> float:
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def failures(css: str) -> list[str]:
    found = []
    for skin, tokens in skins(css).items():
        for floor, pairs in PAIRS.items():
            for pair in pairs.split():
                front, back = pair.split("/")
                if front not in tokens or back not in tokens:
                    found.append(f"{skin}: {pair} is not defined")
                elif (ratio := contrast(tokens[front], tokens[back])) < floor:
                    found.append(f"{skin}: {pair} is {ratio:.2f}:1, at least {floor}:1 is needed")
    return found


if __name__ == "__main__":
    found = failures(CSS.read_text())
    print("\n".join(found) or f"contrast: {sum(len(p.split()) for p in PAIRS.values())} pairs in both skins hold WCAG 2.2 AA")
    sys.exit(bool(found))
