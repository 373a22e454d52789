"""Template tags of the design system."""

from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import Context
from django.test import RequestFactory

from issuers.enums import Role
from issuers.templatetags.ui import chip, icon, markdown, navigation


def links(role: Role | None, rf: RequestFactory, path: str = "/") -> list[str]:
    request = rf.get(path)
    request.user = SimpleNamespace(is_authenticated=True) if role else AnonymousUser()
    request.memberships = [SimpleNamespace(role=role)] if role else []
    return [link.path for link in navigation(Context({"request": request}))]


def test_a_stranger_sees_the_public_pages(rf: RequestFactory) -> None:
    assert links(None, rf) == ["/achievements/", "/verify/", "/docs/"]


def test_an_assessor_sees_the_queue_and_an_administrator_the_administration(rf: RequestFactory) -> None:
    assert links(Role.ASSESSOR, rf) == ["/achievements/", "/me/", "/assess/", "/verify/", "/docs/"]
    assert links(Role.ADMINISTRATOR, rf) == ["/achievements/", "/me/", "/admin/", "/verify/", "/docs/"]


def test_an_error_page_without_a_request_has_the_public_links() -> None:
    assert [link.path for link in navigation(Context({}))] == ["/achievements/", "/verify/", "/docs/"]


def test_the_current_page_is_marked(rf: RequestFactory) -> None:
    request = rf.get("/verify/")
    assert [link.path for link in navigation(Context({"request": request})) if link.current] == ["/verify/"]


def test_an_icon_without_a_label_is_hidden_from_screen_readers() -> None:
    assert icon("check") == (
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="/static/icons/sprite.svg#check"></use></svg>'
    )
    assert 'role="img" aria-label="Done"' in icon("check", label="Done")


def test_a_chip_says_its_status_in_words() -> None:
    assert chip("revoked").endswith("Revoked</span>")
    assert chip("valid", "Valid until May").endswith("Valid until May</span>")


def test_a_status_nobody_knows_is_shown_escaped() -> None:
    assert chip("<b>") == '<span class="chip chip-plain tone-quiet">&lt;b&gt;</span>'


def test_markdown_becomes_html_below_the_heading_of_the_page() -> None:
    assert markdown("# One\n\n- two") == "<h2>One</h2>\n<ul>\n<li>two</li>\n</ul>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("![x](https://example.org/p.png)", "<p></p>\n"),
        ("[x](https://example.org)", '<p><a href="https://example.org" rel="nofollow noopener">x</a></p>\n'),
    ],
)
def test_markdown_cannot_run_or_call_anything(text: str, html: str) -> None:
    assert str(markdown(text)).replace("<p>&lt;script", "&lt;script").replace("script&gt;</p>", "script&gt;") == html


class Example(forms.Form):
    email = forms.EmailField(help_text="We send a code.")
    note = forms.CharField(required=False)


def test_a_field_names_its_help_and_its_error_for_screen_readers() -> None:
    html = Example({"email": "nonsense"})["email"].as_field_group()
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html
    assert '<label for="id_email">Email</label>' in html


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert '<span class="optional">(optional)</span>' in Example()["note"].as_field_group()
