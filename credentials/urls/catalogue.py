"""What everybody may see of badges. These addresses stand in signed documents: they never change."""

from django.urls import path

from credentials.views import achievement, catalogue

urlpatterns = [
    path("", catalogue.home, name="home"),
    path("achievements/", catalogue.catalogue, name="catalogue"),
    path("achievements/<uuid:achievement_uuid>/", achievement.achievement_page, name="achievement"),
    path(
        "achievements/<uuid:achievement_uuid>.json",
        achievement.achievement_page,
        {"as_json": True},
        name="achievement-json",
    ),
    path("achievements/<uuid:achievement_uuid>/application/", achievement.apply, name="achievement-apply"),
    path(
        "achievements/<uuid:achievement_uuid>/versions/<int:number>/",
        achievement.achievement_page,
        name="achievement-version",
    ),
    path(
        "achievements/<uuid:achievement_uuid>/versions/<int:number>/image.png",
        achievement.version_image,
        name="achievement-image",
    ),
]
