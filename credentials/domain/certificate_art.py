"""What is drawn on a certificate beside its text, as SVG: the frame, the ladder of levels, the QR code."""

import io
from math import cos, pi, sin

WIDTH, HEIGHT = 297.0, 210.0  # millimetres: A4, landscape (ISO 216)


def frame_svg(*, colour: str, accent: str) -> str:
    """Return the border of the classic certificate, as large as the page: two rules, a braid, a rosette per corner."""
    outer, inner = 9.0, 17.0
    middle = (outer + inner) / 2
    braid = "".join(
        _wave(x0, y0, x1, y1, phase)
        for phase in (0, 1)
        for x0, y0, x1, y1 in (
            (inner + 3, middle, WIDTH - inner - 3, middle),
            (inner + 3, HEIGHT - middle, WIDTH - inner - 3, HEIGHT - middle),
            (middle, inner + 3, middle, HEIGHT - inner - 3),
            (WIDTH - middle, inner + 3, WIDTH - middle, HEIGHT - inner - 3),
        )
    )
    rosettes = "".join(
        _rosette(x, y, colour, accent) for x in (middle, WIDTH - middle) for y in (middle, HEIGHT - middle)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}mm" '
        f'height="{HEIGHT:g}mm">{_rule(outer, colour, 0.9)}{_rule(outer + 1.3, accent, 0.25)}'
        f"{_rule(inner - 1.3, accent, 0.25)}{_rule(inner, colour, 0.4)}"
        f'<path d="{braid}" fill="none" stroke="{accent}" stroke-width="0.28"/>{rosettes}</svg>'
    )


def panel_svg(*, colour: str, deep: str, accent: str) -> str:
    """Return the ground of the modern certificate's left panel: the badge's colour with fine arcs, an accent edge."""
    width = 84.0
    arcs = "".join(
        f'<circle cx="0" cy="{HEIGHT:g}" r="{radius}" fill="none" stroke="{accent}" stroke-width="0.22" '
        f'stroke-opacity="0.45"/>'
        for radius in range(14, 84, 5)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}mm" '
        f'height="{HEIGHT:g}mm"><rect width="{width:g}" height="{HEIGHT:g}" fill="{colour}"/>'
        f'<path d="M0 {HEIGHT:g}V{HEIGHT - 62:g}L{width:g} {HEIGHT - 100:g}V{HEIGHT:g}z" fill="{deep}" '
        f'fill-opacity="0.55"/>{arcs}<rect x="{width:g}" width="1.6" height="{HEIGHT:g}" fill="{accent}"/></svg>'
    )


def ladder_svg(*, reached: int, levels: int, colour: str, rest: str) -> str:
    """Return a row of steps, one for each level and each higher than the last, those up to `reached` filled."""
    heights = [9.0 if levels == 1 else 3.6 + 5.4 * step / (levels - 1) for step in range(levels)]
    steps = "".join(
        f'<rect x="{step * 7}" y="{9 - height:.2f}" width="5.4" height="{height:.2f}" rx="1" '
        f'fill="{colour if step < reached else rest}"/>'
        for step, height in enumerate(heights)
    )
    width = levels * 7 - 1.6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} 9" width="{width / 9:.3f}em" height="1em">'
        f"{steps}</svg>"
    )


def qr_svg(address: str) -> bytes:
    """Return the QR code of an address (ISO/IEC 18004, error correction Q, the standard's own choice of mask)."""
    import segno

    out = io.BytesIO()
    segno.make(address, error="q", micro=False, boost_error=False).save(
        out, kind="svg", border=0, dark="#000000", xmldecl=False, svgclass=None, lineclass=None
    )
    return out.getvalue()


def _rule(inset: float, colour: str, width: float) -> str:
    return (
        f'<rect x="{inset:g}" y="{inset:g}" width="{WIDTH - 2 * inset:g}" height="{HEIGHT - 2 * inset:g}" '
        f'fill="none" stroke="{colour}" stroke-width="{width:g}"/>'
    )


def _wave(x0: float, y0: float, x1: float, y1: float, phase: int) -> str:
    """One strand of the braid along a straight edge: half waves to one side and the other in turn."""
    length = abs(x1 - x0) + abs(y1 - y0)
    halves = round(length / 4)
    step, swing = length / halves, 2.6
    across = x1 != x0
    path = [f"M{x0:g} {y0:g}"]
    for half in range(halves):
        side = swing if (half + phase) % 2 else -swing
        if across:
            path.append(f"q{step / 2:.3f} {side:g} {step:.3f} 0")
        else:
            path.append(f"q{side:g} {step / 2:.3f} 0 {step:.3f}")
    return "".join(path)


def _rosette(x: float, y: float, colour: str, accent: str) -> str:
    petals = []
    for petal in range(16):
        angle = 2 * pi * petal / 16
        tip = (x + 5.4 * sin(angle), y + 5.4 * cos(angle))
        left = (x + 3.4 * sin(angle - 0.55), y + 3.4 * cos(angle - 0.55))
        right = (x + 3.4 * sin(angle + 0.55), y + 3.4 * cos(angle + 0.55))
        petals.append(
            f"M{x:g} {y:g}Q{left[0]:.2f} {left[1]:.2f} {tip[0]:.2f} {tip[1]:.2f}"
            f"Q{right[0]:.2f} {right[1]:.2f} {x:g} {y:g}"
        )
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="6.6" fill="#ffffff" stroke="{colour}" stroke-width="0.4"/>'
        f'<path d="{"".join(petals)}" fill="none" stroke="{accent}" stroke-width="0.28"/>'
        f'<circle cx="{x:g}" cy="{y:g}" r="1.1" fill="{colour}"/>'
    )
