"""Every address of the product, by audience. The public ones stand in signed documents and never change."""

from django.urls import URLPattern, URLResolver, include, path

from config.views.design import gallery
from config.views.docs import guide, guides
from config.views.health import health
from issuers.admin.site import site

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("credentials.urls.catalogue")),
    path("", include("credentials.urls.public")),
    path("me/", include("credentials.urls.me")),
    path("me/", include("learners.urls.me")),
    path("assess/", include("learners.urls.assess")),
    path("workplace/", include("issuers.urls.workplace")),
    path("admin/", site.urls),
    path("api/v1/", include("credentials.urls.api")),
    path("accounts/", include("allauth.urls")),
    path("healthz/", health, name="health"),
    path("design/", gallery, name="design"),
    path("docs/", guides, name="guides"),
    path("docs/<slug:name>/", guide, name="guide"),
]

handler403 = "config.views.errors.forbidden"
handler404 = "config.views.errors.not_found"
handler500 = "config.views.errors.server_error"
