"""Baking: the picture stays as it was, and exactly one credential lies in it."""

import io
import json
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from credentials.standards.baking import LARGEST, BakingError, bake_png, bake_svg, unbake_png, unbake_svg

from .samples import sealed, unsigned

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
SVG = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a badge: <svg> -->\n'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-label="a > b">'
    '<title>é</title><path d="M0 0h9"/></svg>\n'
)


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGBA", (3, 2), (10, 20, 30, 255)).save(buffer, "PNG")
    return buffer.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_chunk(*chunks: bytes) -> bytes:
    plain = png()
    return plain[:33] + b"".join(chunks) + plain[33:]  # 8 bytes of signature and 25 of IHDR


def credential_chunk(text: bytes, flags: bytes = b"\0\0") -> bytes:
    return chunk(b"iTXt", b"openbadgecredential\0" + flags + b"\0\0" + text)


def code(call, *values) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(BakingError) as caught:
        call(*values)
    return caught.value.code


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(), values, max_size=4), st.booleans())
def test_every_json_document_comes_back_from_a_png(document: dict[str, object], ascii_only: bool) -> None:
    text = json.dumps(document, ensure_ascii=ascii_only)
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    assert unbake_png(bake_png(png(), text)) == text


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(), values, max_size=4))
def test_every_json_document_comes_back_from_an_svg(document: dict[str, object]) -> None:
    text = json.dumps(document)
    assert unbake_svg(bake_svg(SVG, text)) == text


def test_a_signed_credential_comes_back_byte_for_byte_from_both() -> None:
    text = json.dumps(sealed(unsigned(recipient_name="Zoë ]]> <Ünal> 漢 & 😀")), ensure_ascii=False, indent=1)
    assert unbake_png(bake_png(png(), text)) == text
    assert unbake_svg(bake_svg(SVG, text)) == text


def test_the_png_gains_one_uncompressed_chunk_and_loses_nothing() -> None:
    assert bake_png(png(), "{}") == with_chunk(credential_chunk(b"{}"))
    with Image.open(io.BytesIO(bake_png(png(), '{"a": 1}'))) as picture:
        assert picture.getpixel((0, 0)) == (10, 20, 30, 255)
        assert picture.text == {"openbadgecredential": '{"a": 1}'}  # type: ignore[attr-defined]


def test_baking_again_replaces_the_credential() -> None:
    assert bake_png(bake_png(png(), "{}"), '{"a": 1}') == bake_png(png(), '{"a": 1}')
    again = bake_svg(bake_svg(SVG, "{}"), '{"a": 1}')
    assert again == bake_svg(SVG, '{"a": 1}')
    assert unbake_svg(again) == '{"a": 1}'


def test_a_compressed_chunk_of_others_is_read() -> None:
    assert unbake_png(with_chunk(credential_chunk(zlib.compress(b'{"a": 1}'), b"\1\0"))) == '{"a": 1}'


def test_a_compressed_bomb_is_refused() -> None:
    bomb = credential_chunk(zlib.compress(bytes(50_000_000)), b"\1\0")
    assert code(unbake_png, with_chunk(bomb)) == "credential_too_large"


def test_two_credentials_in_one_picture_are_refused() -> None:
    assert code(unbake_png, with_chunk(credential_chunk(b"{}"), credential_chunk(b"{}"))) == "credential_repeated"
    element = '<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">{}</o:credential>'
    assert code(unbake_svg, SVG.replace("<title>", element * 2 + "<title>")) == "credential_repeated"


def test_a_picture_without_a_credential_is_refused() -> None:
    assert code(unbake_png, png()) == "credential_missing"
    assert code(unbake_svg, SVG) == "credential_missing"
    assert code(unbake_png, with_chunk(chunk(b"iTXt", b"openbadges\0\0\0\0\0{}"))) == "credential_missing"


def test_a_credential_that_is_too_large_is_refused() -> None:
    large = json.dumps({"a": "x" * LARGEST})
    assert code(bake_png, png(), large) == "credential_too_large"
    assert code(bake_svg, SVG, large) == "credential_too_large"
    assert code(unbake_png, with_chunk(credential_chunk(large.encode()))) == "credential_too_large"


def test_every_cut_of_a_png_is_refused() -> None:
    baked = bake_png(png(), "{}")
    assert {code(unbake_png, baked[:length]) for length in range(len(baked))} == {"picture_invalid"}


def test_a_changed_byte_in_a_chunk_is_refused() -> None:
    baked = bytearray(bake_png(png(), '{"a": 1}'))
    baked[baked.index(b'{"a"') + 2] ^= 1
    assert code(unbake_png, bytes(baked)) == "picture_invalid"


@pytest.mark.parametrize(
    "data",
    [
        b"openbadgecredential\0",
        b"openbadgecredential\0\0\0en",
        b"openbadgecredential\0\2\0\0\0{}",
        b"openbadgecredential\0\1\0\0\0{}",
    ],
)
def test_a_damaged_text_chunk_is_refused(data: bytes) -> None:
    assert code(unbake_png, with_chunk(chunk(b"iTXt", data))) == "picture_invalid"


def test_a_file_of_another_kind_is_refused() -> None:
    assert code(bake_png, b"GIF89a", "{}") == "picture_invalid"
    assert code(bake_png, b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "{}") == "picture_invalid"
    for text in ("", "<svg", "<html></html>", "hello"):
        assert code(bake_svg, text, "{}") == "picture_invalid"


def test_the_svg_keeps_everything_else() -> None:
    baked = bake_svg(SVG, "{}")
    added = '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{}]]></openbadges:credential>'
    assert baked.replace(added, "").replace(' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"', "") == SVG
    assert baked.index(added) == baked.index("<title>") - len(added)


def test_an_svg_without_content_is_opened() -> None:
    baked = bake_svg('<svg xmlns="http://www.w3.org/2000/svg" />', '{"a": 1}')
    assert baked.endswith("</svg>")
    assert unbake_svg(baked) == '{"a": 1}'


def test_a_signature_attribute_of_others_is_read_and_replaced() -> None:
    element = '<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="a.b.c"/>'
    other = SVG.replace("<title>", element + "<title>")
    assert unbake_svg(other) == "a.b.c"
    assert bake_svg(other, "{}") == bake_svg(SVG, "{}")


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
    ],
)
def test_an_svg_with_a_document_type_is_refused(doctype: str) -> None:
    svg = f'{doctype}<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    assert code(unbake_svg, svg) == "picture_invalid"
    assert code(bake_svg, svg, "{}") == "picture_invalid"


def test_an_svg_nested_too_deep_is_refused() -> None:
    assert code(unbake_svg, '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 100_000) == "picture_invalid"


def test_characters_that_xml_cannot_carry_are_refused() -> None:
    assert code(bake_svg, SVG, '{"a": "\x01"}') == "credential_invalid"
