"""The badge's picture: drawn when there is none, taken apart and written anew when there is one."""

import io
import itertools
import struct
import zlib

import pytest
from django.core.files.base import ContentFile
from django_scopes import scope
from PIL import Image, PngImagePlugin

from credentials.domain.badge_art import ICON_CONTRAST, SHAPES, badge_svg, disc_grounds, icon_ink
from credentials.domain.badge_icons import DEFAULT, ICONS, icon_path
from credentials.domain.colours import contrast, readable
from credentials.domain.images import achievement_png, draw_png, normalised_png
from issuers.exceptions import DomainError
from tests.programme import make_programme

pytestmark = pytest.mark.slow

DRAWING = {"shape": "MicroCredential", "colour": "#1d5c45", "accent": "#c9a227", "icon": "laurel", "segments": 3}


def picture(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def refusal(raw: bytes) -> str:
    with pytest.raises(DomainError) as caught:
        normalised_png(raw)
    assert (caught.value.field, caught.value.code) == ("image", "image_refused")
    return str(caught.value)


@pytest.mark.django_db
def test_a_badge_without_an_upload_is_drawn_with_a_segment_for_each_sub_competency():
    programme = make_programme(criteria=4)
    with scope(issuer=programme.issuer):
        drawn = achievement_png(programme.achievement)
        frozen = bytes(programme.achievement.versions.get().image_png)
    assert drawn == frozen == draw_png(**{**DRAWING, "segments": 4})
    assert drawn != draw_png(**{**DRAWING, "segments": 3})


@pytest.mark.django_db
def test_an_uploaded_image_is_taken_instead(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    programme = make_programme(criteria=1)
    with scope(issuer=programme.issuer):
        programme.achievement.image.save(
            "a.png", ContentFile(encoded(Image.new("RGB", (400, 400), "#123456"), "PNG")), save=False
        )
        drawn = picture(achievement_png(programme.achievement))
    assert (drawn.size, drawn.getpixel((300, 300))) == ((600, 600), (0x12, 0x34, 0x56, 255))


@pytest.mark.parametrize("icon", [*ICONS, "", "no such icon"])
def test_no_badge_is_ever_blank(icon):
    image = picture(draw_png(**{**DRAWING, "icon": icon}))
    disc = image.crop((200, 200, 400, 400)).convert("RGB")
    colours = disc.getcolors(maxcolors=40_000)
    ink = tuple(int(icon_ink(colour="#1d5c45", accent="#c9a227")[at : at + 2], 16) for at in (1, 3, 5))
    drawn = sum(count for count, colour in colours if all(abs(a - b) < 12 for a, b in zip(colour, ink, strict=True)))
    assert (image.size, image.mode, image.format) == ((600, 600), "RGBA", "PNG")
    assert drawn > 1000  # pixels of the icon's own colour
    assert image.getpixel((2, 2))[3] == 0  # the corners are transparent


def test_an_unknown_icon_is_the_laurel():
    assert icon_path("no such icon") == ICONS[DEFAULT].path


@pytest.mark.parametrize("shape", [*SHAPES, "Diploma"])
@pytest.mark.parametrize("segments", [0, 1, 2, 10, 24, 25, 300])
def test_every_shape_is_drawn_with_any_number_of_segments(shape, segments):
    assert picture(draw_png(**{**DRAWING, "shape": shape, "segments": segments})).size == (600, 600)


def test_each_sub_competency_has_its_segment():
    arcs = [badge_svg(**{**DRAWING, "segments": segments}).count("A188.0 188.0") for segments in (2, 3, 10)]
    assert arcs == [2, 3, 10]


def test_the_icon_is_readable_on_every_colour():
    steps = ("00", "33", "66", "80", "99", "cc", "ff")
    for channels in itertools.product(steps, repeat=3):
        colour = "#" + "".join(channels)
        for accent in ("#c9a227", colour, "#ffffff", "#000000"):
            ink = icon_ink(colour=colour, accent=accent)
            assert min(contrast(ink, ground) for ground in disc_grounds(colour)) >= min(ICON_CONTRAST, 3), colour


def test_a_colour_is_moved_until_it_can_be_read():
    assert readable("#1d5c45", on="#ffffff", ratio=4.5) == "#1d5c45"
    for colour in ("#ffff00", "#ffffff", "#c9a227", "#777777"):
        assert contrast(readable(colour, on="#ffffff", ratio=4.5), "#ffffff") >= 4.5


def test_colours_that_are_none_fall_back_and_never_reach_the_drawing():
    assert draw_png(**{**DRAWING, "colour": '"/><image href="file:///etc/passwd"/>', "accent": "red"}) == draw_png(
        **DRAWING
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_png_jpeg_and_webp_become_png(kind):
    image = picture(normalised_png(encoded(Image.new("RGB", (700, 700), "#1d5c45"), kind)))
    assert (image.format, image.size, image.mode) == ("PNG", (600, 600), "RGBA")


@pytest.mark.parametrize("size", [(800, 400), (400, 800), (4096, 400)])
def test_an_image_that_is_not_square_is_centred_on_a_transparent_square(size):
    image = picture(normalised_png(encoded(Image.new("RGB", size, "#1d5c45"), "PNG")))
    assert image.size == (600, 600)
    assert image.getpixel((300, 300)) == (0x1D, 0x5C, 0x45, 255)
    assert image.getpixel((5, 5))[3] == 0


def test_transparency_is_kept():
    image = picture(normalised_png(encoded(Image.new("RGBA", (500, 500), (9, 9, 9, 0)), "PNG")))
    assert image.getpixel((300, 300))[3] == 0


def test_nothing_but_pixels_is_kept():
    exif = Image.Exif()
    exif[0x010E] = "secret-description"
    exif[0x8825] = {1: "N", 2: (48.0, 12.0, 0.0)}
    photo = encoded(Image.new("RGB", (500, 500), "#336699"), "JPEG", exif=exif, comment=b"secret-comment")
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("openbadgecredential", "secret-credential")
    drawing = encoded(Image.new("RGB", (500, 500)), "PNG", pnginfo=notes) + b"<script>secret-tail</script>"
    for raw in (photo, drawing):
        assert b"secret" in raw
        kept = normalised_png(raw)
        assert b"secret" not in kept
        assert (picture(kept).info, dict(picture(kept).getexif())) == ({}, {})


def test_a_photo_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to see it upright
    photo = Image.new("RGB", (600, 600), "white")
    photo.paste("black", (0, 0, 300, 600))
    image = picture(normalised_png(encoded(photo, "JPEG", exif=exif)))
    assert (image.getpixel((300, 100))[0] < 40, image.getpixel((300, 500))[0] > 215) == (True, True)


def png_head(width: int, height: int) -> bytes:
    """A small file that says that it is large: all its rows are one run of zeros."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_bomb_is_refused_by_its_head_before_it_is_decoded():
    import tracemalloc

    bomb = png_head(9000, 9000)
    assert len(bomb) < 20_000
    tracemalloc.start()
    sentence = refusal(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sentence == "The image is 9000 × 9000 pixels; at most 4096 × 4096 are taken. Make it smaller."
    assert peak < 5_000_000
    assert refusal(png_head(20_000, 20_000)).startswith("The image is over 4096 × 4096 pixels")


def test_half_a_file_is_refused_also_where_weasyprint_was_imported():
    import weasyprint  # noqa: F401  its import makes Pillow take truncated files

    good = encoded(Image.effect_noise((500, 500), 80), "PNG")
    assert refusal(good[: len(good) // 2]).startswith("This file can't be read")


def test_each_bad_upload_is_told_what_is_wrong():
    good = encoded(Image.effect_noise((500, 500), 80), "PNG")
    unreadable = "This file can't be read as a PNG, JPEG or WebP image. It may be damaged or of another kind."
    assert refusal(b"") == "This file is empty. Choose a PNG, JPEG or WebP image."
    assert refusal(b"GIF89a" + bytes(100)) == unreadable
    assert refusal(encoded(Image.new("P", (500, 500)), "GIF")) == unreadable
    assert refusal(b"%PDF-1.7 not an image") == unreadable
    assert refusal(good[: len(good) // 2]) == unreadable
    assert refusal(good[:60] + b"\x00" * 400 + good[460:]) == unreadable
    assert refusal(b'<?xml version="1.0"?><svg onload="alert(1)"/>').startswith("SVG drawings aren't taken.")
    assert refusal(bytes(8 * 1024 * 1024 + 1)) == "The image file is over 8 MB. Save it smaller and choose it again."
    assert (
        refusal(encoded(Image.new("RGB", (399, 500)), "PNG"))
        == "The image is 399 × 500 pixels; it needs at least 400 × 400."
    )
