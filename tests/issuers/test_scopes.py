"""The first wall between institutions: a query outside a scope raises, whatever its form."""

import pytest
from django_scopes import scope, scopes_disabled
from django_scopes.exceptions import ScopeError

from learners.models import Learner
from tests.programme import make_programme

pytestmark = pytest.mark.django_db

QUERIES = {
    "all": lambda: list(Learner.objects.all()),
    "filter": lambda: list(Learner.objects.filter(name="x")),
    "exclude": lambda: list(Learner.objects.exclude(name="x")),
    "exists": Learner.objects.exists,
    "count": Learner.objects.count,
    "get": lambda: Learner.objects.get(pk=1),
    "first": Learner.objects.first,
    "create": lambda: Learner.objects.create(name="x"),
    "bulk_create": lambda: Learner.objects.bulk_create([Learner(name="x")]),
    "update": lambda: Learner.objects.update(name="x"),
    "delete": lambda: Learner.objects.all().delete(),
    "values": lambda: list(Learner.objects.values("name")),
    "values_list": lambda: list(Learner.objects.values_list("name")),
    "in_bulk": lambda: Learner.objects.in_bulk([1]),
    "aggregate": Learner.objects.aggregate,
    "iterator": lambda: list(Learner.objects.iterator()),
    "select_related": lambda: list(Learner.objects.select_related("user")),
    "order_by": lambda: list(Learner.objects.order_by("name")),
    "get_or_create": lambda: Learner.objects.get_or_create(name="x"),
    "raw": lambda: list(Learner.objects.raw("SELECT * FROM learners_learner")),
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_a_query_outside_a_scope_raises(query):
    with pytest.raises(ScopeError):
        query()


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_a_scope_of_nobody_is_no_scope(query):
    with scope(issuer=None), pytest.raises(ScopeError):
        query()


def test_a_scope_shows_one_institution_and_a_list_shows_its_members():
    from learners.domain.roster import create_learner

    issuers = [make_programme(f"College {n}", host=f"c{n}.example").issuer for n in range(3)]
    for issuer in issuers:
        with scope(issuer=issuer):
            create_learner(issuer, name=f"Of {issuer.name}", email="same@learners.example", acting_user=None)
    with scope(issuer=issuers[0]):
        assert [learner.name for learner in Learner.objects.all()] == ["Of College 0"]
    with scope(issuer=issuers[:2]):
        assert Learner.objects.count() == 2
    with scopes_disabled():
        assert Learner.objects.count() == 3
    assert list(Learner.objects.none()) == []
