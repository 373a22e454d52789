"""The badge's picture as PNG bytes: the uploaded one, or one drawn from its icon and colours."""

import io
import warnings
from functools import lru_cache

from PIL import Image, ImageFile, ImageOps

from credentials.domain.badge_art import badge_svg
from credentials.domain.colours import valid_colour
from credentials.models import Achievement
from issuers.exceptions import DomainError

SIZE = 600  # pixels, both ways, of every picture that is kept
SMALLEST_SIDE = 400  # pixels, of an uploaded picture
LONGEST_SIDE = 4096  # pixels, likewise: 4096 × 4096 take 64 MiB once decoded
LARGEST_FILE = 8 * 1024 * 1024  # bytes, likewise
FORMATS = ["PNG", "JPEG", "WEBP"]


def achievement_png(achievement: Achievement) -> bytes:
    """Return the badge's picture, 600 × 600; draws one when none was uploaded."""
    if achievement.image:
        with achievement.image.open("rb") as file:
            return normalised_png(file.read(LARGEST_FILE + 1))
    return draw_png(
        shape=achievement.achievement_type,
        colour=achievement.colour,
        accent=achievement.accent_colour,
        icon=achievement.icon,
        segments=achievement.rubric.criteria.count() if achievement.rubric_id else 0,
    )


def normalised_png(raw: bytes) -> bytes:
    """Return an uploaded PNG, JPEG or WebP as a PNG of 600 × 600, or raise DomainError with field "image".

    Format and size are read from the file's head before anything is decoded. The picture is decoded and written
    anew, so nothing but its pixels is kept: no place where it was taken, no text, no bytes behind its end. One that
    is not square is centred on a transparent square. Of an animation the first picture is kept.
    """
    if not raw:
        raise _refused("This file is empty. Choose a PNG, JPEG or WebP image.")
    if len(raw) > LARGEST_FILE:
        raise _refused("The image file is over 8 MB. Save it smaller and choose it again.")
    if b"<svg" in raw[:1024].lower():
        raise _refused("SVG drawings aren't taken. Save the image as PNG and choose it again.")
    # WeasyPrint, wherever it is imported, switches on for the whole process that half a file is taken for a whole one.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=FORMATS) as image:
                _check_size(image.width, image.height)
                image.load()
                return _square_png(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(f"The image is over {LONGEST_SIDE} × {LONGEST_SIDE} pixels. Make it smaller.") from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError) as error:
        # What Pillow raises on a file that is not what its head says: no fixed family of errors.
        raise _refused(
            "This file can't be read as a PNG, JPEG or WebP image. It may be damaged or of another kind."
        ) from error


@lru_cache(maxsize=64)  # a drawing takes 80 ms, and the same badge is drawn for form, preview and publication
def draw_png(*, shape: str, colour: str, accent: str, icon: str, segments: int) -> bytes:
    """Return a drawn badge as PNG: see `badge_svg`. Colours that are none fall back to the product's own."""
    from resvg_py import svg_to_bytes

    svg = badge_svg(
        shape=shape,
        colour=valid_colour(colour, otherwise="#1d5c45"),
        accent=valid_colour(accent, otherwise="#c9a227"),
        icon=icon,
        segments=segments,
    )
    return bytes(svg_to_bytes(svg_string=svg, width=SIZE, height=SIZE, skip_system_fonts=True))


def _check_size(width: int, height: int) -> None:
    if max(width, height) > LONGEST_SIDE:
        raise _refused(
            f"The image is {width} × {height} pixels; at most {LONGEST_SIDE} × {LONGEST_SIDE} are taken. "
            "Make it smaller."
        )
    if min(width, height) < SMALLEST_SIDE:
        raise _refused(f"The image is {width} × {height} pixels; it needs at least {SMALLEST_SIDE} × {SMALLEST_SIDE}.")


def _square_png(image: Image.Image) -> bytes:
    picture = image.convert("RGBA")
    picture.thumbnail((SIZE, SIZE), Image.Resampling.LANCZOS)
    if max(picture.size) < SIZE:  # the certificate prints it some 4 cm wide
        picture = ImageOps.contain(picture, (SIZE, SIZE), Image.Resampling.LANCZOS)
    square = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
    square.paste(picture, ((SIZE - picture.width) // 2, (SIZE - picture.height) // 2))
    out = io.BytesIO()
    square.save(out, "PNG", optimize=True)
    return out.getvalue()


def _refused(sentence: str) -> DomainError:
    return DomainError(sentence, code="image_refused", field="image")
