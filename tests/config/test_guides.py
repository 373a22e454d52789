"""The guides at /docs/: all there, readable, and leading nowhere wrong."""

import re

import pytest
from django.test import Client
from django.urls import resolve

from config.views.docs import FOLDER

pytestmark = pytest.mark.django_db
NAMES = {"learner", "assessor", "administrator", "registrar", "employer", "operator"}


def test_there_is_a_guide_for_each_reader_and_the_list_names_them_all(client):
    assert {file.stem for file in FOLDER.glob("*.md")} == NAMES
    page = client.get("/docs/").content.decode()
    assert {name for name in NAMES if f'href="/docs/{name}/"' in page} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_guide_has_one_title_and_its_sections_right_below(client, name):
    page = client.get(f"/docs/{name}/").content.decode()
    headings = re.findall(r"<h([1-4])", page.partition("<main")[2].partition("<dialog")[0])
    assert headings[0] == "1"
    assert set(headings[1:]) == {"2"}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_links_inside_the_guides_lead_to_pages_that_exist(client, name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    for address in re.findall(r"\]\((/[^)]*)\)", text):
        assert resolve(address)
        assert Client().get(address).status_code == 200


def test_an_unknown_guide_is_not_found(client):
    assert client.get("/docs/nobody/").status_code == 404
