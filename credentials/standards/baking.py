"""Credentials inside pictures (Open Badges 3.0 section 5.3: baking into PNG and SVG).

Bytes are spliced; a picture is never decoded or written anew, so that what the designer made stays as it is.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

KEYWORD = b"openbadgecredential"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
LARGEST = 262_144  # bytes of a credential inside a picture

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ELEMENT = f"{NAMESPACE} credential"
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 section 2.2, less CR


class BakingError(ValueError):
    """A picture that cannot hold or does not hold a credential; `code` is stable, `sentence` may be shown."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


def bake_png(png: bytes, credential_json: str) -> bytes:
    """Return `png` with the credential in one uncompressed iTXt chunk, in place of any that it had.

    Raises BakingError when `png` is not a whole PNG or the credential has more than 256 kB.
    """
    content = _checked(credential_json)
    data = KEYWORD + b"\0\0\0\0\0" + content  # not compressed, no language, no translated keyword
    baked = bytearray(_SIGNATURE)
    for number, (kind, chunk) in enumerate(_chunks(png)):
        if not _is_credential(kind, chunk):
            baked += _chunk(kind, chunk)
        if number == 0:  # after IHDR, where a reader finds it first
            baked += _chunk(b"iTXt", data)
    return bytes(baked)


def unbake_png(png: bytes) -> str:
    """Return the credential inside `png`: JSON, or a compact JWS if somebody else baked one.

    Raises BakingError: `picture_invalid`, `credential_missing`, `credential_repeated` or
    `credential_too_large`.
    """
    found = [chunk for kind, chunk in _chunks(png) if _is_credential(kind, chunk)]
    return _text(_international_text(_only(found)))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and data of each chunk up to IEND (PNG 3rd edition, section 5.3); BakingError when
    damaged.
    """
    if not png.startswith(_SIGNATURE):
        raise BakingError("picture_invalid", "The file is not a PNG picture.")
    position, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        if position + 12 > len(png):
            raise BakingError("picture_invalid", "The PNG picture is cut off.")
        length, kind = struct.unpack_from(">I4s", png, position)
        end = position + 12 + length
        if end > len(png):
            raise BakingError("picture_invalid", "The PNG picture is cut off.")
        data = png[position + 8 : end - 4]
        if zlib.crc32(kind + data) != int.from_bytes(png[end - 4 : end], "big"):
            raise BakingError("picture_invalid", "The PNG picture is damaged: a checksum does not fit.")
        if position == len(_SIGNATURE) and kind != b"IHDR":
            raise BakingError("picture_invalid", "The PNG picture does not start with its header.")
        yield kind, data
        position = end


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _is_credential(kind: bytes, data: bytes) -> bool:
    return kind == b"iTXt" and data.startswith(KEYWORD + b"\0")


def _international_text(data: bytes) -> bytes:
    """Return the text of an iTXt chunk (section 11.3.3.4), unpacked if need be."""
    flags, rest = data[len(KEYWORD) + 1 : len(KEYWORD) + 3], data[len(KEYWORD) + 3 :]
    fields = rest.split(b"\0", 2)  # language, translated keyword, text
    if len(flags) != 2 or len(fields) != 3 or flags[0] > 1 or flags[1] != 0:
        raise BakingError("picture_invalid", "The text chunk with the credential is damaged.")
    text = fields[2]
    if flags[0] == 1:
        try:
            unpacker = zlib.decompressobj()
            text = unpacker.decompress(text, LARGEST + 1)
        except zlib.error as error:
            raise BakingError("picture_invalid", "The packed text with the credential is damaged.") from error
    return text


def bake_svg(svg: str, credential_json: str) -> str:
    """Return `svg` with the credential as first element of the root, in place of any that it had.

    Raises BakingError when `svg` is not well-formed SVG, has a document type, or the credential is too large.
    """
    content = _checked(credential_json).decode()
    if _NOT_XML.search(content):
        raise BakingError("credential_invalid", "The credential holds a character that an SVG picture cannot carry.")
    source = svg.encode()
    reader = _SvgReader(source)
    for start, end in reversed(reader.spans):
        source = source[:start] + source[end:]
    tag_end = _end_of_tag(source, reader.root)
    tag = source[reader.root : tag_end].decode()
    closing = ""
    if tag.endswith("/>"):
        name = re.match(r"<([^\s/>]+)", tag)
        tag, closing = tag[:-2].rstrip() + ">", f"</{name[1]}>" if name else ""
    data = content.replace("]]>", "]]]]><![CDATA[>")  # the one text that would end a CDATA section
    element = f'<openbadges:credential xmlns:openbadges="{NAMESPACE}"><![CDATA[{data}]]></openbadges:credential>'
    if not re.search(r"\sxmlns:openbadges\s*=", tag):
        tag = f'{tag[:-1].rstrip()} xmlns:openbadges="{NAMESPACE}">'
    return source[: reader.root].decode() + tag + element + closing + source[tag_end:].decode()


def unbake_svg(svg: str) -> str:
    """Return the credential inside `svg`: the JSON, or the compact JWS of a `verify` attribute.

    Raises BakingError: `picture_invalid`, `credential_missing`, `credential_repeated` or
    `credential_too_large`.
    """
    return _text(_only(_SvgReader(svg.encode()).found))


class _SvgReader:
    """Reads an SVG without entities, document type or network: where its root starts, which credentials it
    has.
    """

    def __init__(self, source: bytes) -> None:
        self.root = -1
        self.depth = 0
        self.found: list[bytes] = []
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._open: list[str] | None = None
        self._start = self._open_depth = 0
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(source, True)
        except expat.ExpatError as error:
            raise BakingError("picture_invalid", "The file is not a well-formed SVG picture.") from error

    def _doctype(self, *_: Any) -> None:
        raise BakingError("picture_invalid", "The SVG picture has a document type, which is refused for safety.")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > 200:
            raise BakingError("picture_invalid", "The SVG picture is nested too deep.")
        if self.depth == 1:
            if name not in ("http://www.w3.org/2000/svg svg", "svg"):
                raise BakingError("picture_invalid", "The file is not an SVG picture.")
            self.root = self._parser.CurrentByteIndex
        if name == _ELEMENT and self._open is None:
            self._open = [attributes["verify"]] if "verify" in attributes else []
            self._start, self._open_depth = self._parser.CurrentByteIndex, self.depth

    def _characters(self, text: str) -> None:
        if self._open is not None:
            self._open.append(text)

    def _end(self, _: str) -> None:
        if self._open is not None and self.depth == self._open_depth:
            self.found.append("".join(self._open).strip().encode())
            tag_end = _end_of_tag(self._source, self._start)
            if not self._source[:tag_end].endswith(b"/>"):
                tag_end = _end_of_tag(self._source, self._parser.CurrentByteIndex)
            self.spans.append((self._start, tag_end))
            self._open = None
        self.depth -= 1


def _end_of_tag(source: bytes, start: int) -> int:
    """Return the index behind the `>` of the tag that starts at `start`, minding quoted `>`."""
    match = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>").match(source, start)
    return match.end() if match else start


def _checked(credential: str) -> bytes:
    content = credential.encode()
    if len(content) > LARGEST:
        raise BakingError("credential_too_large", f"The credential has {len(content)} bytes; {LARGEST} fit a picture.")
    return content


def _only(found: list[bytes]) -> bytes:
    if not found:
        raise BakingError("credential_missing", "The picture holds no Open Badges 3.0 credential.")
    if len(found) > 1:
        raise BakingError(
            "credential_repeated", f"The picture holds {len(found)} credentials; it is unclear which counts."
        )
    return found[0]


def _text(content: bytes) -> str:
    if len(content) > LARGEST:
        raise BakingError("credential_too_large", f"The credential in the picture has more than {LARGEST} bytes.")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise BakingError("picture_invalid", "The credential in the picture is not UTF-8 text.") from error
