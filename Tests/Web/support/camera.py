"""What a fake camera shows: a specimen of nobody's card, as the moving picture that Chromium takes for a camera."""
import io
from pathlib import Path

from PIL import Image, ImageDraw

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=1",
         "--autoplay-policy=no-user-gesture-required", "--allow-loopback-in-peer-connection"]


def flags(film: Path) -> list[str]:
    return [*FLAGS, f"--use-file-for-fake-video-capture={film}"]


def film(file: Path, colour: tuple[int, int, int], width: int = 640, height: int = 360) -> Path:
    """Eight pictures of a card on `colour`; a bar moves, so that every frame differs from the one before."""
    pictures = []
    for at in range(8):
        picture = Image.new("RGB", (width, height), colour)
        pen = ImageDraw.Draw(picture)
        pen.rounded_rectangle([width // 5, height // 5, width * 4 // 5, height * 4 // 5], 12, fill=(190, 215, 235))
        pen.text((width // 4, height // 3), "KARTU CONTOH - SPECIMEN\nNOMOR 0000 1111 2222 3333", fill=(20, 20, 40), font_size=height // 18)
        pen.rectangle([at * width // 8, 0, (at + 1) * width // 8, height // 12], fill=(255, 255, 255))
        out = io.BytesIO()
        picture.save(out, "jpeg", quality=85)
        pictures.append(out.getvalue())
    file.write_bytes(b"".join(pictures))
    return file


def corner(jpeg: bytes) -> tuple[int, int, int]:
    """The colour at the lower left, where no card lies."""
    picture = Image.open(io.BytesIO(jpeg)).convert("RGB")
    return picture.getpixel((10, picture.height - 10))
