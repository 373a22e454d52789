"""How dates are written where a page doesn't say: unmistakable on both sides of the Atlantic, 24 hours."""

DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j M Y, H:i"
