"""The drawn badge: an SVG composed by us from a badge's type, colours, icon and number of sub-competencies.

It carries no text: a picture without words fits every script and every size, and its name stands beside it wherever
it is shown. So no font has to be found when it is drawn.
"""

from math import cos, pi, sin

from credentials.domain.badge_icons import icon_path
from credentials.domain.colours import INK, WHITE, contrast, mix, readable

CENTRE = 300.0
MOST_SEGMENTS = 24  # more sub-competencies than this are drawn as a closed ring
ICON_CONTRAST = 4.5  # WCAG 2.2 asks for 3 (1.4.11); badges are seen small


def badge_svg(*, shape: str, colour: str, accent: str, icon: str, segments: int) -> str:
    """Return the badge as an SVG of 600 × 600.

    `shape` is an Open Badges achievement type; `segments`, the number of sub-competencies, makes as many parts of
    the ring. Colours are #rrggbb; both are shifted where they could not be told from what lies under them.
    """
    light, deep = mix(colour, WHITE, 0.16), mix(colour, "#000000", 0.28)
    lit, shaded = disc_grounds(colour)
    ring = readable(accent, on=deep, ratio=2.8)
    ink = icon_ink(colour=colour, accent=accent)
    outline = SHAPES.get(shape, SHAPES["MicroCredential"])
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">'
        f'<defs><linearGradient id="body" x1="0" y1="0" x2="0.35" y2="1"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="0.55" stop-color="{colour}"/><stop offset="1" stop-color="{deep}"/></linearGradient>'
        f'<radialGradient id="disc" cx="0.42" cy="0.32" r="0.85"><stop offset="0" stop-color="{lit}"/>'
        f'<stop offset="1" stop-color="{shaded}"/></radialGradient></defs>'
        f'<path d="{outline(292)}" fill="{ring}"/>'
        f'<path d="{outline(280)}" fill="{deep}"/>'
        f'<path d="{outline(276)}" fill="url(#body)"/>'
        f'<path d="{outline(262)}" fill="none" stroke="{ring}" stroke-width="2.5" stroke-opacity="0.75"/>'
        f"{_rays(ring)}"
        f'<circle cx="300" cy="300" r="206" fill="{deep}"/>'
        f"{_ring(segments, ring)}"
        f'<circle cx="300" cy="300" r="170" fill="url(#disc)" stroke="{ring}" stroke-width="3"/>'
        f'<g transform="translate(300 300) scale(9.6) translate(-12 -12)" fill="none" stroke="{ink}" '
        f'stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"><path d="{icon_path(icon)}"/></g>'
        "</svg>"
    )


def icon_ink(*, colour: str, accent: str) -> str:
    """Return the icon's colour: near the accent if that can be read on the disc, else near white or near black."""
    grounds = disc_grounds(colour)
    tint = mix(accent, WHITE, 0.55)
    choices = [tint, mix(colour, WHITE, 0.9), WHITE, INK, "#000000"]
    for choice in choices:
        if all(contrast(choice, ground) >= ICON_CONTRAST for ground in grounds):
            return choice
    return max(choices, key=lambda choice: min(contrast(choice, ground) for ground in grounds))


def disc_grounds(colour: str) -> tuple[str, str]:
    """Return the lightest and the darkest colour that lie under the icon."""
    disc = mix(colour, "#000000", 0.12)
    return mix(disc, WHITE, 0.1), mix(disc, "#000000", 0.18)


def _point(radius: float, angle: float) -> tuple[float, float]:
    """A point on a circle about the centre; angle 0 is up, a full turn is 1, clockwise."""
    return CENTRE + radius * sin(2 * pi * angle), CENTRE - radius * cos(2 * pi * angle)


def _rounded(corners: list[tuple[float, float]], softness: float) -> str:
    """A closed path through `corners`, each replaced by a curve that starts `softness` (0 to 0.5) of a side before."""
    path: list[str] = []
    for index, (x, y) in enumerate(corners):
        (px, py), (nx, ny) = corners[index - 1], corners[(index + 1) % len(corners)]
        start = (x + (px - x) * softness, y + (py - y) * softness)
        end = (x + (nx - x) * softness, y + (ny - y) * softness)
        path.append(f"{'L' if path else 'M'}{start[0]:.1f} {start[1]:.1f}Q{x:.1f} {y:.1f} {end[0]:.1f} {end[1]:.1f}")
    return "".join(path) + "Z"


def _hexagon(radius: float) -> str:
    return _rounded([_point(radius * 1.02, corner / 6) for corner in range(6)], 0.14)


def _octagon(radius: float) -> str:
    return _rounded([_point(radius * 1.03, (corner + 0.5) / 8) for corner in range(8)], 0.16)


def _scallop(radius: float) -> str:
    """A round seal with a wavy edge of 28 waves."""
    waves, path = 28, list[str]()
    for wave in range(waves):
        x, y = _point(radius * 0.965, wave / waves)
        cx, cy = _point(radius * 1.05, (wave + 0.5) / waves)
        ex, ey = _point(radius * 0.965, (wave + 1) / waves)
        path.append(("" if path else f"M{x:.1f} {y:.1f}") + f"Q{cx:.1f} {cy:.1f} {ex:.1f} {ey:.1f}")
    return "".join(path) + "Z"


def _shield(radius: float) -> str:
    half, top, bottom = radius * 0.92, CENTRE - radius * 0.94, CENTRE + radius
    return (
        f"M{CENTRE:.1f} {top:.1f}C{CENTRE + half * 0.45:.1f} {top + radius * 0.12:.1f} {CENTRE + half * 0.8:.1f} "
        f"{top + radius * 0.13:.1f} {CENTRE + half:.1f} {top + radius * 0.1:.1f}V{CENTRE + radius * 0.12:.1f}"
        f"C{CENTRE + half:.1f} {CENTRE + radius * 0.62:.1f} {CENTRE + half * 0.5:.1f} {bottom - radius * 0.12:.1f} "
        f"{CENTRE:.1f} {bottom:.1f}C{CENTRE - half * 0.5:.1f} {bottom - radius * 0.12:.1f} {CENTRE - half:.1f} "
        f"{CENTRE + radius * 0.62:.1f} {CENTRE - half:.1f} {CENTRE + radius * 0.12:.1f}V{top + radius * 0.1:.1f}"
        f"C{CENTRE - half * 0.8:.1f} {top + radius * 0.13:.1f} {CENTRE - half * 0.45:.1f} {top + radius * 0.12:.1f} "
        f"{CENTRE:.1f} {top:.1f}Z"
    )


SHAPES = {"MicroCredential": _hexagon, "Badge": _scallop, "Competency": _shield, "Assessment": _octagon}


def _ring(segments: int, colour: str) -> str:
    """One arc for each sub-competency, with a gap between two; a whole ring for one, none or very many."""
    radius, width = 188.0, 17.0
    if not 2 <= segments <= MOST_SEGMENTS:
        return f'<circle cx="300" cy="300" r="{radius}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
    gap = 0.012
    arcs = []
    for segment in range(segments):
        (x, y), (ex, ey) = (
            _point(radius, segment / segments + gap / 2),
            _point(radius, (segment + 1) / segments - gap / 2),
        )
        arcs.append(f"M{x:.1f} {y:.1f}A{radius} {radius} 0 {int(segments == 1)} 1 {ex:.1f} {ey:.1f}")
    return f'<path d="{"".join(arcs)}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _rays(colour: str) -> str:
    """Fine lines between ring and edge."""
    lines = []
    for ray in range(72):
        (x, y), (ex, ey) = _point(214, ray / 72), _point(226 if ray % 2 else 232, ray / 72)
        lines.append(f"M{x:.1f} {y:.1f}L{ex:.1f} {ey:.1f}")
    return f'<path d="{"".join(lines)}" stroke="{colour}" stroke-width="2" stroke-opacity="0.55" fill="none"/>'
