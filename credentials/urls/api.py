"""The REST API: transcripts for registrars, the check for everybody, and their description."""

from django.urls import URLPattern, path

from credentials.api.schema import SchemaView
from credentials.api.transcripts import TranscriptSearchView, TranscriptView
from credentials.api.verify import VerifyView

urlpatterns: list[URLPattern] = [
    path("transcripts/", TranscriptSearchView.as_view(), name="api-transcript-search"),
    path("transcripts/<uuid:uuid>/", TranscriptView.as_view(), name="api-transcript"),
    path("verify", VerifyView.as_view(), name="api-verify"),
    path("openapi.json", SchemaView.as_view(), name="api-openapi"),
]
