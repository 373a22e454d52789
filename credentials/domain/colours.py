"""Colours as #rrggbb: how far apart two of them are, and which ink can be read on which ground."""

import re

WHITE, INK = "#ffffff", "#1a2420"


def valid_colour(colour: object, *, otherwise: str) -> str:
    """Return `colour` if it is written as # and six digits, else `otherwise`."""
    return colour.lower() if isinstance(colour, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else otherwise


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it."""
    return "#" + "".join(
        f"{round(mine + (theirs - mine) * share):02x}"
        for mine, theirs in zip(_channels(colour), _channels(other), strict=True)
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, *, on: str, ratio: float) -> str:
    """Return the colour nearest to `colour` that has `ratio` against the ground `on`: darkened, or lightened."""
    end = max((INK, WHITE), key=lambda candidate: contrast(candidate, on))
    for step in range(21):
        candidate = mix(colour, end, step / 20)
        if contrast(candidate, on) >= ratio:
            return candidate
    return "#000000" if end == INK else WHITE


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
