"""On whose behalf a person works."""

from django.urls import URLPattern, path

from issuers.views.workplace import change_workplace

urlpatterns: list[URLPattern] = [path("", change_workplace, name="workplace")]
