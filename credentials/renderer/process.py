"""The child that runs WeasyPrint. It is started as a script, by itself: it imports nothing of Laurel.

Frames go both ways over stdin and stdout: four bytes of length (big-endian), then that many bytes of JSON.
A request is {"html", "root_sizes", "assets", "attachment", "created"}; see `draw`. An answer is {"pdf", "pages",
"root_size", "refused", "missing"} or {"error"}. The first answer, sent unasked, is {"ready": true} or {"error"}.
The end of stdin is the end of the process, so a killed parent leaves nothing behind.
"""

import base64
import json
import logging
import os
import resource
import signal
import struct
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import IO, Any

MEMORY = 1 << 30  # bytes of address space
CPU_SECONDS = 12  # for one page; the parent's wall clock ends it at 15 s in any case
LARGEST_FRAME = 64 << 20  # bytes

# ISO 14289-1 section 5: the document says that it is PDF/UA-1. PDF/A wants a foreign schema described
# (ISO 19005-3 section 6.6.2.3.3).
PDF_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def read_frame(stream: IO[bytes]) -> Any:
    """Return the next message, or None at the end of the stream or when it broke off inside a message."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    (size,) = struct.unpack(">I", head)
    if size > LARGEST_FRAME:
        raise ValueError(f"A frame of {size} bytes is over the limit.")
    body = stream.read(size)
    return json.loads(body) if len(body) == size else None


def write_frame(stream: IO[bytes], message: Any) -> None:
    """Write one message."""
    body = json.dumps(message, ensure_ascii=False).encode()
    stream.write(struct.pack(">I", len(body)) + body)
    stream.flush()


def limit_memory() -> None:
    """Cap the address space, where the system knows that limit, and leave no core file."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(ValueError, OSError):  # macOS has the name but not the limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def limit_cpu() -> None:
    """Allow CPU_SECONDS from now on; the kernel ends the process after that."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS, hard))


def leave_network() -> None:
    """Move into a network namespace without interfaces, where Linux allows it. Best effort: the audit hook stays."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    new_user, new_net = 0x10000000, 0x40000000
    libc = ctypes.CDLL(None)
    if libc.unshare(new_net) != 0:  # needs privileges; the kernel may grant them inside an own user namespace
        libc.unshare(new_user | new_net)


def lock_doors() -> None:
    """From here on Python opens no socket, starts no process, writes no file, and reads only its own packages."""
    readable = tuple(
        os.path.realpath(path) + os.sep for path in {sys.prefix, sys.base_prefix, *sys.path} if os.path.isdir(path)
    )
    refused = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.")

    def guard(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(refused):
            raise PermissionError(f"The renderer may not use {event}.")
        if event == "open" and not isinstance(arguments[0], int):
            path, mode, flags = arguments
            writes = any(sign in (mode or "") for sign in "wax+") or (flags or 0) & (os.O_WRONLY | os.O_RDWR)
            if writes or not os.path.realpath(os.fsdecode(path)).startswith(readable):
                raise PermissionError("The renderer opens no files.")

    sys.addaudithook(guard)


def first_that_fits(count: int, fits: Callable[[int], bool]) -> int:
    """Return the first index below `count` that fits, or the last one, asking few: strides that double, then halves.

    What fits at one index must fit at all later ones. The index returned has been asked for.
    """
    too_large, index, stride = -1, 0, 1
    while not fits(index) and index < count - 1:
        too_large, index, stride = index, min(index + stride, count - 1), stride * 2
    while index - too_large > 1:
        middle = (index + too_large) // 2
        if fits(middle):
            index = middle
        else:
            too_large = middle
    return index


def keep_letters() -> None:
    """Have text of scripts that reorder letters carry them in the order written (ISO 32000-1, 14.9.4).

    There one glyph is no longer one letter, so what is copied, searched or read aloud would be wrong without it.
    Not so for text from right to left: WeasyPrint's glyphs give the letters back, and readers turn the order around.
    """
    import pydyf  # type: ignore[import-untyped]
    from weasyprint.pdf.stream import Stream

    plain = Stream.marked

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        with plain(stream, box, tag):
            text = getattr(box, "text", "")
            reorders = any(unicodedata.category(sign) in ("Mn", "Mc") for sign in text)
            leftward = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
            if stream._tags is not None and reorders and not leftward:
                stream.stream[-2]["ActualText"] = pydyf.String(text)  # before it stands the tag, after it BDC
            yield

    Stream.marked = marked


class MissingSigns(logging.Handler):
    """Collects the characters that no installed font has: WeasyPrint draws a box for each and says so in its log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.signs: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the sign of a message about a missing glyph."""
        if str(record.msg).startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.signs.add(str(record.args[0]))


def draw(request: dict[str, Any], fonts: Any) -> dict[str, Any]:
    """Return the page of a request as PDF/A-3a and PDF/UA-1.

    `root_sizes` are font sizes of the root element in points, large to small: the first with which all is on one
    page is taken, else the last. `assets` maps each address that the HTML may use to {"type", "data" (base64)};
    no other address is served. `attachment` is {"name", "type", "description", "data"} or None. `created` (ISO 8601,
    UTC) is the only date in the file: equal requests give equal bytes.
    """
    from weasyprint import CSS, HTML, Attachment
    from weasyprint.urls import URLFetcher, URLFetcherResponse, URLFetchingError

    assets = {address: (asset["type"], base64.b64decode(asset["data"])) for address, asset in request["assets"].items()}
    refused: list[str] = []

    class Assets(URLFetcher):
        """Serves the request's assets and nothing else, by any protocol."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=["asset"], allow_redirects=False)

        def fetch(self, url: str, headers: Any = None) -> Any:
            """Return an asset, or refuse."""
            if url not in assets:
                refused.append(url[:200])
                raise URLFetchingError("The renderer fetches nothing.")
            kind, data = assets[url]
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    fetcher = Assets()
    page = HTML(string=request["html"], base_url=None, url_fetcher=fetcher)
    sizes = request["root_sizes"]
    layouts: dict[int, Any] = {}

    def fits(index: int) -> bool:
        sheet = CSS(string=f"html {{ font-size: {float(sizes[index])}pt }}", url_fetcher=fetcher)
        layouts[index] = page.render(font_config=fonts, stylesheets=[sheet], pdf_variant="pdf/a-3a")
        return len(layouts[index].pages) == 1

    chosen = first_that_fits(len(sizes), fits)
    document = layouts[chosen]
    created = datetime.fromisoformat(request["created"]).astimezone(UTC)
    metadata = document.metadata
    metadata.created = metadata.modified = created.strftime("%Y-%m-%dT%H:%M:%SZ")
    metadata.attachments = []  # nothing that the HTML asks for
    plain_metadata = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *names: plain_metadata(*names).replace(
        b"</rdf:RDF>", PDF_UA + b"</rdf:RDF>"
    )
    attachments = []
    if file := request["attachment"]:
        attachments.append(
            Attachment(
                string=base64.b64decode(file["data"]),
                url_fetcher=fetcher,
                name=file["name"],
                description=file["description"],
                created=created,
                modified=created,
                relationship="Source",
            )
        )
    pdf = document.write_pdf(pdf_variant="pdf/a-3a", attachments=attachments)
    return {
        "pdf": base64.b64encode(pdf).decode(),
        "pages": len(document.pages),
        "root_size": sizes[chosen],
        "refused": refused,
    }


def main() -> None:
    """Answer requests until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the worker's business
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between two frames
    limit_memory()
    try:
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration

        missing = MissingSigns()
        for name in ("weasyprint", "fontTools"):
            logging.getLogger(name).propagate = False
        logging.getLogger("weasyprint").addHandler(missing)
        keep_letters()
        fonts = FontConfiguration()
        HTML(string="<p lang=en>Aé").write_pdf(font_config=fonts, pdf_variant="pdf/a-3a")  # load what is lazy
    except Exception as error:
        write_frame(answers, {"error": f"{type(error).__name__}: {error}"})
        return
    tempfile.gettempdir()  # found by trying to write: WeasyPrint asks for it at a font face, when no write is allowed
    leave_network()
    lock_doors()
    write_frame(answers, {"ready": True})
    while (request := read_frame(requests)) is not None:
        limit_cpu()
        try:
            missing.signs.clear()
            answer = draw(request, fonts) | {"missing": sorted(missing.signs)}
        except MemoryError:
            answer = {"error": "MemoryError: the page needs over 1 GiB"}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        write_frame(answers, answer)


if __name__ == "__main__":
    main()
