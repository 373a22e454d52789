"""The badge's picture as PNG bytes: the uploaded one, or one drawn from its icon and colours."""

import io
from html import escape

from PIL import Image

from credentials.models import Achievement
from issuers.exceptions import DomainError

SIZE = 600  # pixels, both ways


def achievement_png(achievement: Achievement) -> bytes:
    """Return the badge's image as a square PNG of at least 400 pixels; draws one when none was uploaded."""
    if achievement.image:
        with achievement.image.open("rb") as file:
            return normalised_png(file.read())
    return draw_png(achievement.name, colour=achievement.colour, accent=achievement.accent_colour)


def normalised_png(raw: bytes) -> bytes:
    """Return an uploaded PNG, JPEG or WebP re-encoded as PNG, without its metadata, or raise DomainError."""
    try:
        with Image.open(io.BytesIO(raw), formats=["PNG", "JPEG", "WEBP"]) as image:
            if image.width < 400 or image.height < 400:
                raise DomainError(
                    f"The image is {image.width} × {image.height}; it needs 400 × 400 pixels.", field="image"
                )
            if image.width * image.height > 16_000_000:
                raise DomainError("The image has over 16 megapixels. Make it smaller.", field="image")
            image.thumbnail((SIZE, SIZE))
            out = io.BytesIO()
            image.convert("RGBA").save(out, "PNG", optimize=True)
            return out.getvalue()
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise DomainError("This file isn't a PNG, JPEG or WebP image.", field="image") from error


def draw_png(name: str, *, colour: str, accent: str) -> bytes:
    """Return a drawn badge as PNG."""
    from resvg_py import svg_to_bytes

    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><title>{escape(name)}</title>'
        f'<circle cx="300" cy="300" r="290" fill="{colour}"/>'
        f'<circle cx="300" cy="300" r="262" fill="none" stroke="{accent}" stroke-width="8"/></svg>'
    )
    return bytes(svg_to_bytes(svg_string=svg, width=SIZE))
