"""What every model that belongs to an institution has in common: the first wall between tenants."""

import uuid
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.db import models
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope

ModelT = TypeVar("ModelT", bound=models.Model)


class RefusingQuerySet(models.QuerySet[ModelT]):
    """What a query outside a scope gets: anything that would read or write raises.

    django-scopes leaves `exists`, `exclude`, `bulk_create` and some others open; this closes them too.
    """

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ScopeError(f"Open an institution's scope before asking for {self.model.__name__}.")

    def _chain(self, *args: Any, **kwargs: Any) -> NoReturn:
        self._refuse()

    _fetch_all = _refuse
    __iter__ = __len__ = __bool__ = __getitem__ = _refuse
    aggregate = count = exists = get = create = get_or_create = update_or_create = _refuse
    bulk_create = bulk_update = in_bulk = update = delete = iterator = raw = _refuse

    def none(self) -> Any:
        """An empty answer is harmless: forms and schema tools ask for it outside any scope."""
        return models.QuerySet(self.model, using=self.db).none()


class IssuerScopedManager(models.Manager[ModelT]):
    """Sees the rows of the institutions in scope: `with scope(issuer=issuer)`, or a list of them."""

    def get_queryset(self) -> models.QuerySet[ModelT]:
        """Return the rows in scope; outside any scope, a query set that raises `ScopeError` when used."""
        current = get_scope()
        if not current.get("_enabled", True):
            return super().get_queryset()
        issuer = current.get("issuer")
        if issuer is None:
            return RefusingQuerySet(self.model, using=self._db)
        if isinstance(issuer, list | tuple):
            return super().get_queryset().filter(issuer__in=issuer)
        return super().get_queryset().filter(issuer=issuer)


class IssuerOwnedModel(models.Model):
    """A row of one institution, with a random id for addresses."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    issuer = models.ForeignKey("issuers.Issuer", on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True, editable=False)

    objects: ClassVar[IssuerScopedManager[Self]] = IssuerScopedManager()

    class Meta:
        abstract = True
