"""On whose behalf a person works."""

from django.urls import URLPattern, path

from issuers.views.workplace import workplace

urlpatterns: list[URLPattern] = [path("", workplace, name="workplace")]
