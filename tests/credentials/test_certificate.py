"""The certificate: what it says, in every script, on one page; stored once."""

import hashlib
import itertools
import json
import shutil
import subprocess
import unicodedata
from io import BytesIO
from types import SimpleNamespace

import pypdf
import pytest
from django.conf import settings
from django_scopes import scope

from credentials.domain import certificate as certificate_domain
from credentials.domain.certificate import certificate_pdf, render_certificate, write_once
from credentials.domain.certificate_art import ladder_svg, qr_svg
from credentials.domain.certificate_page import certificate_page, phrase, result_lines
from credentials.domain.status import revoke_credential
from credentials.models import AchievementCredential, CertificateFile
from jobs.domain.queue import drain
from jobs.exceptions import GiveUp
from tests.programme import assess, hand_in, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NAMES = {
    "Latin with accents": "Zoë Łukasiewicz-Ñandú Þórðarson",
    "Vietnamese": "Nguyễn Thị Ánh Tuyết",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Наталія Шевченко",
    "Arabic": "محمد عبد الله",
    "Hebrew": "שרה כהן לוי",
    "Devanagari": "अनन्या शर्मा",
    "Chinese": "欧阳晓明",
    "Japanese": "山田さくら",
    "Korean": "김민지 박서준",
}


@pytest.fixture
def awarded():
    """A signed credential with three sub-competencies, in its institution's scope."""
    programme = make_programme()
    application = hand_in(programme)
    assess(programme, application.submission, levels=[2, 3, 2])
    drain()
    with scope(issuer=programme.issuer):
        credential = AchievementCredential.objects.select_related("version", "issuer").get()
        yield SimpleNamespace(programme=programme, credential=credential)


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf))


def text_of(pdf: bytes, tmp_path) -> str:
    """The text as poppler gives it, in reading order; pypdf's where poppler is not installed."""
    if not shutil.which("pdftotext"):
        return reader(pdf).pages[0].extract_text()
    (tmp_path / "page.pdf").write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-raw", tmp_path / "page.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout


def signs(text: str) -> list[str]:
    """The letters of a text in any order: a right-to-left line is given back in either, with marks of direction."""
    return sorted(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] not in "ZC")


def with_lines(credential: AchievementCredential, count: int, *, name: str, level: str) -> AchievementCredential:
    """The same credential as if its badge had `count` sub-competencies of this name and level."""
    document = json.loads(credential.document)
    achievement = document["credentialSubject"]["achievement"]
    achievement["resultDescription"] = [
        {
            "id": f"urn:criterion:{number}",
            "name": name,
            "rubricCriterionLevel": [{"id": f"urn:level:{number}:{place}", "name": level} for place in range(1, 5)],
        }
        for number in range(count)
    ]
    document["credentialSubject"]["result"] = [
        {"resultDescription": f"urn:criterion:{number}", "achievedLevel": f"urn:level:{number}:{number % 4 + 1}"}
        for number in range(count)
    ]
    credential.document = json.dumps(document)
    return credential


@pytest.mark.parametrize("layout", ["classic", "modern"])
def test_the_page_says_who_what_from_whom_when_at_which_levels_and_where_to_check(awarded, layout, tmp_path):
    credential = awarded.credential
    credential.version.certificate["layout"] = layout
    text = " ".join(text_of(certificate_pdf(credential), tmp_path).split())
    awarded_on = f"{credential.awarded_at.day} {credential.awarded_at:%B %Y}"
    expected = [
        "Léa Lerner",
        "Teamwork",
        "Harbour College",
        awarded_on,
        "Shares the work Able",
        "Listens Strong",
        "Settles disagreement Able",
        "Dr. Maud Rector",
        credential.number,
        f"{settings.PUBLIC_BASE_URL}/verify/",
    ]
    assert [part for part in expected if part not in text] == []
    assert f"{settings.PUBLIC_BASE_URL}{credential.get_absolute_url()}" in text.replace(" ", "")


def test_the_page_is_tagged_titled_and_says_its_language(awarded):
    document = reader(certificate_pdf(awarded.credential))
    root = document.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert document.metadata.title == "Teamwork – Léa Lerner"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert 'pdfaid:part="3" pdfaid:conformance="A"' in metadata


def test_every_picture_has_words(awarded):
    figures = []

    def walk(element):
        element = element.get_object()
        if isinstance(element, pypdf.generic.ArrayObject):
            for child in element:
                walk(child)
        elif isinstance(element, pypdf.generic.DictionaryObject):
            if element.get("/S") == "/Figure":
                figures.append(element.get("/Alt"))
            if "/K" in element:
                walk(element["/K"])

    walk(reader(certificate_pdf(awarded.credential)).trailer["/Root"]["/StructTreeRoot"])
    address = f"{settings.PUBLIC_BASE_URL}{awarded.credential.get_absolute_url()}"
    assert figures == [
        "Badge: Teamwork",
        "Level 2 of 3:",
        "Level 3 of 3:",
        "Level 2 of 3:",
        f"QR code that opens {address}",
    ]


def test_the_signed_credential_is_attached_byte_for_byte(awarded):
    attachments = reader(certificate_pdf(awarded.credential)).attachments
    assert dict(attachments) == {"credential.json": [awarded.credential.document.encode()]}


def test_equal_facts_give_equal_bytes_also_in_another_process(awarded):
    first = certificate_pdf(awarded.credential)
    certificate_domain.renderer.stop()
    assert certificate_pdf(awarded.credential) == first


@pytest.mark.parametrize("layout", ["classic", "modern"])
def test_names_are_drawn_with_real_glyphs(awarded, layout, tmp_path):
    credential = awarded.credential
    credential.version.certificate["layout"] = layout
    for name in NAMES.values():
        credential.recipient_name = name
        drawing = certificate_domain.renderer.draw(certificate_page(credential))
        pdf = drawing.pdf
        lines = text_of(pdf, tmp_path).splitlines()
        passages = [signs(line) for line in lines] + [
            signs(one + two)
            for one, two in itertools.pairwise(lines)  # a long name takes two lines
        ]
        assert signs(name) in passages, lines
        assert (drawing.missing, fonts_not_embedded(pdf)) == ((), []), name


def test_a_sign_that_no_font_has_is_told_to_the_operator(awarded, caplog):
    awarded.credential.recipient_name = "No \U0010fffd font"
    page = certificate_page(awarded.credential)
    assert certificate_domain.renderer.draw(page).missing == ("\U0010fffd",)
    certificate_pdf(awarded.credential)
    assert "no installed font has U+10FFFD" in caplog.text


def fonts_not_embedded(pdf: bytes) -> list[str]:
    """The fonts of the page whose glyphs are not in the file."""
    fonts = reader(pdf).pages[0]["/Resources"]["/Font"]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()]
    return [
        str(descriptor["/FontName"])
        for descriptor in descriptors
        if "/FontFile3" not in descriptor and "/FontFile2" not in descriptor
    ]


@pytest.mark.parametrize("layout", ["classic", "modern"])
def test_one_to_ten_sub_competencies_fit_on_one_page(awarded, layout):
    for count in range(1, 11):
        credential = with_lines(
            awarded.credential, count, name="Settles a disagreement in the group", level="Confident"
        )
        credential.version.certificate["layout"] = layout
        assert len(reader(certificate_pdf(credential)).pages) == 1
        assert [line.reached for line in result_lines(json.loads(credential.document))] == [
            number % 4 + 1 for number in range(count)
        ]


@pytest.mark.parametrize("layout", ["classic", "modern"])
@pytest.mark.parametrize("name", ["Maria " * 50, "M" * 300, "欧" * 300], ids=["words", "one word", "Chinese"])
def test_the_longest_of_everything_still_fits_on_one_page_and_is_all_there(awarded, name, layout, tmp_path):
    credential = with_lines(awarded.credential, 10, name="Long name of a part " * 10, level="Level of mastery " * 6)
    document = json.loads(credential.document)
    document["name"] = "Badge with a long name " * 8
    document["issuer"]["name"] = "University of a Long Name " * 7
    document["credentialSubject"]["achievement"]["description"] = "What the holder can do. " * 20
    credential.document = json.dumps(document)
    credential.recipient_name = name.strip()
    credential.version.certificate.update(layout=layout, signatory_name="S" * 120, signatory_title="Rector " * 22)
    pdf = certificate_pdf(credential)
    text = text_of(pdf, tmp_path).replace("\n", "").replace(" ", "")
    assert len(reader(pdf).pages) == 1
    assert name.replace(" ", "") in text
    assert text.count("Longnameofapart" * 10) == 10


def test_the_language_of_a_name_is_told_by_its_letters():
    told = {name: phrase(text) for name, text in NAMES.items()}
    assert [told[name].language for name in ("Chinese", "Japanese", "Korean", "Arabic", "Hebrew", "Devanagari")] == [
        "zh-Hans",
        "ja",
        "ko",
        "ar",
        "he",
        "hi",
    ]
    assert [name for name, told_phrase in told.items() if told_phrase.direction == "rtl"] == ["Arabic", "Hebrew"]
    assert phrase("Пам'ять", language="uk").language == "uk"
    assert phrase("Teamfähigkeit", language="de").language == "de"


HOSTILE = [
    '<img src="file:///etc/passwd">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<style>@import url("http://127.0.0.1:9/x.css")</style>',
    "</style><script>alert(1)</script>",
    "url(file:///etc/passwd)",
    "{{ settings.SECRET_KEY }}{% load static %}",
]


@pytest.mark.parametrize("layout", ["classic", "modern"])
def test_markup_in_a_field_stays_text_and_fetches_nothing(awarded, layout, tmp_path):
    for payload in HOSTILE:
        credential = with_lines(awarded.credential, 2, name=payload, level=payload)
        document = json.loads(credential.document)
        document["name"] = document["issuer"]["name"] = payload
        document["credentialSubject"]["achievement"]["description"] = payload
        credential.document = json.dumps(document)
        credential.recipient_name = payload
        credential.version.certificate = {
            "layout": layout,
            "signatory_name": payload,
            "signatory_title": payload,
            "colour": payload,
            "accent_colour": "red;}</style>",
        }
        drawing = certificate_domain.renderer.draw(certificate_page(credential))
        text = text_of(drawing.pdf, tmp_path).replace("\n", "").replace(" ", "")
        assert drawing.refused == ()
        assert (
            text.count(payload.replace(" ", "")) == 10
        )  # name, badge, issuer, description, 2 × 2 parts, signatory × 2
        assert list(reader(drawing.pdf).attachments) == ["credential.json"]
        assert "root:" not in text


def test_the_award_left_one_file_named_by_its_content(awarded):
    stored = CertificateFile.objects.get()
    with stored.file.open("rb") as file:
        data = file.read()
    assert (stored.sha256, stored.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert stored.file.name == f"certificates/{stored.sha256[:2]}/{stored.sha256}.pdf"
    assert data == certificate_pdf(awarded.credential)
    assert render_certificate(awarded.credential) == stored
    assert CertificateFile.objects.count() == 1


def test_a_second_finish_keeps_the_first_and_leaves_no_other_file(awarded, monkeypatch):
    stored = CertificateFile.objects.get()
    folder = settings.MEDIA_ROOT / "certificates"
    before = sorted(folder.rglob("*"))
    # The other worker looked before the first one wrote its row, and runs a release that draws differently.
    monkeypatch.setattr(CertificateFile.objects, "filter", lambda **_: CertificateFile.objects.none())
    monkeypatch.setattr(certificate_domain, "certificate_pdf", lambda _: b"%PDF-1.7 of another release")
    assert render_certificate(awarded.credential) == stored
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == [path for path in before if path.is_file()]


def test_a_file_left_by_a_killed_worker_is_taken_up(awarded):
    stored = CertificateFile.objects.get()
    path = settings.MEDIA_ROOT / stored.file.name
    written = path.stat().st_mtime_ns
    CertificateFile.objects.all().delete()
    again = render_certificate(awarded.credential)
    assert (again.file.name, path.stat().st_mtime_ns) == (stored.file.name, written)


def test_half_a_file_is_written_anew(tmp_path):
    from django.core.files.storage import FileSystemStorage

    storage = FileSystemStorage(tmp_path)
    (tmp_path / "certificates").mkdir()
    (tmp_path / "certificates" / "a.pdf").write_bytes(b"half")
    assert write_once(storage, "certificates/a.pdf", b"the whole") is True
    assert write_once(storage, "certificates/a.pdf", b"the whole") is False
    assert [path.read_bytes() for path in (tmp_path / "certificates").iterdir()] == [b"the whole"]


def test_a_credential_revoked_meanwhile_still_gets_its_certificate(awarded):
    CertificateFile.objects.all().delete()
    revoke_credential(awarded.credential, reason="error", note="Wrong person.", acting_user=awarded.programme.registrar)
    credential = AchievementCredential.objects.get()
    assert render_certificate(credential).size > 10_000


def test_an_unsigned_credential_gets_no_certificate(awarded):
    CertificateFile.objects.all().delete()
    awarded.credential.document = ""
    with pytest.raises(GiveUp):
        render_certificate(awarded.credential)


def test_the_qr_code_carries_the_address_in_the_standards_own_mask():
    import segno

    address = "https://badges.example.org/credentials/8d3c8f4e-6a52-4f5b-9a4e-2f1f53a0a9b1/"
    code = segno.make(address, error="q", micro=False, boost_error=False)
    assert code.error == "Q"
    penalties = {mask: segno.make(address, error="q", micro=False, boost_error=False, mask=mask) for mask in range(8)}
    assert code.matrix == penalties[code.mask].matrix
    assert qr_svg(address).startswith(b"<svg")


def test_the_ladder_fills_the_steps_reached():
    drawn = ladder_svg(reached=2, levels=5, colour="#111111", rest="#dddddd")
    assert (drawn.count('fill="#111111"'), drawn.count('fill="#dddddd"')) == (2, 3)
