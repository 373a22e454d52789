"""Making an account: e-mail first, with a code, without telling strangers who has one."""

import re

import pytest
from django.urls import reverse

from issuers.models import User
from tests.programme import make_user

pytestmark = pytest.mark.django_db
NEW = {"name": "Amélie Ōtsuka", "email": "amelie@learners.example", "password1": "correct horse battery"}


def test_a_new_person_confirms_the_address_with_the_mailed_code(client, mailoutbox):
    page = client.post(reverse("account_signup"), NEW, follow=True)
    assert page.status_code == 200
    code = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", mailoutbox[0].body, re.M)
    assert code
    page = client.post(reverse("account_email_verification_sent"), {"code": code.group(1)}, follow=True)
    assert page.redirect_chain[-1][0] == "/achievements/"
    assert page.wsgi_request.user.name == "Amélie Ōtsuka"


def test_a_name_that_is_too_long_is_told_and_stays(client):
    long = "Ana " * 75
    page = client.post(reverse("account_signup"), {**NEW, "name": long}).content.decode()
    assert "at most 200 characters" in page
    assert long.strip() in page
    assert 'maxlength="200"' not in page


def code_page(client, email: str) -> str:
    """Sign up and return the page that asks for the code, without what differs by chance."""
    page = client.post(reverse("account_signup"), {**NEW, "email": email}, follow=True).content.decode()
    return re.sub(r'(value|nonce)="[^"]*"', "", page).replace(email, "…")


def test_the_page_that_asks_for_the_code_is_the_same_whether_there_is_an_account_or_not(client):
    make_user("known@learners.example", "The First")
    unknown = code_page(client, "unknown@learners.example")
    client.cookies.clear()
    assert code_page(client, "known@learners.example") == unknown
    assert "Send a new code" in unknown


def test_an_address_that_has_an_account_looks_the_same_and_makes_no_second_one(client, mailoutbox):
    make_user(NEW["email"], "The First")
    page = client.post(reverse("account_signup"), NEW, follow=True)
    assert "testserver" not in mailoutbox[0].subject + mailoutbox[0].body
    assert page.redirect_chain == [(reverse("account_email_verification_sent"), 302)]
    assert [user.name for user in User.objects.all()] == ["The First"]
    assert len(mailoutbox) == 1
