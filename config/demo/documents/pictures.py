"""The demo's pictures, drawn with Pillow: a task board, a chart of two measures and two support maps."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

PAPER, INK, FAINT = "#fbf8f1", "#22302b", "#cfc8b8"
YELLOW, WHITE, GREEN, BLUE, RED = "#f8d866", "#ffffff", "#4f8a6b", "#3c6e9f", "#b5473c"


def _sheet(width: int, height: int) -> "tuple[Image, ImageDraw]":
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, height), PAPER)
    return image, ImageDraw.Draw(image)


def _font(size: int) -> "FreeTypeFont | ImageFont":
    from PIL import ImageFont

    return ImageFont.load_default(size)


def task_board() -> "Image":
    """Return the board of the shelter crew: three columns of cards, the learner's own in yellow."""
    image, draw = _sheet(1280, 860)
    draw.text((40, 24), "Thursday crew, weeks 2 to 7", fill=INK, font=_font(34))
    columns: tuple[tuple[str, tuple[tuple[str, str, bool], ...]], ...] = (
        (
            "To do",
            (
                ("Breakfast bags: count late arrivals", "Dai", False),
                ("Ask nurse about plasters", "Petra", False),
            ),
        ),
        (
            "Doing",
            (
                ("Second van by end of week 6", "Zoe  NOT SAFE, said so Mon", True),
                ("First-aid box refill", "Petra", False),
                ("Door list in large print", "Samira", False),
            ),
        ),
        (
            "Done",
            (
                ("Bedding list wk 2", "Zoe  Wed", True),
                ("Bedding list wk 3", "Zoe  Wed", True),
                ("Queue moved to side door", "Dai, Jonah", False),
                ("Bedding list wk 4", "Zoe  Wed", True),
                ("Bedding list wk 5", "Zoe  Tue (exam)", True),
                ("Bedding list wk 6", "Zoe  Wed", True),
                ("Trailer from hardware shop", "Jonah", False),
                ("Bedding list wk 7", "Zoe  Wed", True),
            ),
        ),
    )
    for column, (title, cards) in enumerate(columns):
        left = 40 + column * 410
        draw.rounded_rectangle((left, 90, left + 380, 830), radius=14, outline=FAINT, width=3)
        draw.text((left + 20, 104), title, fill=INK, font=_font(26))
        for row, (task, who, own) in enumerate(cards):
            top = 150 + row * 83
            draw.rounded_rectangle(
                (left + 16, top, left + 364, top + 72),
                radius=8,
                fill=YELLOW if own else WHITE,
                outline=FAINT,
                width=2,
            )
            draw.text((left + 30, top + 8), task, fill=INK, font=_font(20))
            draw.text((left + 30, top + 40), who, fill=RED if "NOT SAFE" in who else INK, font=_font(17))
    return image


def before_after() -> "Image":
    """Return a chart of Siobhán's two measures: a line for each statement from first to second answer."""
    from config.demo.documents.tables import TABLES

    rows = TABLES["resilience-measures-siobhan.csv"][1:]
    image, draw = _sheet(1280, 780)
    draw.text((40, 24), "Twelve statements, first measure (ring) and second (dot)", fill=INK, font=_font(30))
    for score in range(1, 8):
        x = 720 + (score - 1) * 80
        draw.line((x, 100, x, 720), fill=FAINT, width=2)
        draw.text((x - 6, 728), str(score), fill=INK, font=_font(22))
    for row, (number, statement, first, second) in enumerate(rows):
        y = 125 + row * 51
        label = statement if len(statement) <= 58 else statement[:56].rsplit(" ", 1)[0] + " ..."
        draw.text((40, y - 13), f"{number}. {label}", fill=INK, font=_font(20))
        from_x, to_x = (720 + (int(score) - 1) * 80 for score in (first, second))
        draw.line((from_x, y, to_x, y), fill=GREEN if to_x > from_x else FAINT, width=6)
        draw.ellipse((from_x - 10, y - 10, from_x + 10, y + 10), fill=PAPER, outline=INK, width=3)
        draw.ellipse((to_x - 7, y - 7, to_x + 7, y + 7), fill=GREEN)
    return image


def _support_map(title: str, sectors: tuple[tuple[str, str, tuple[str, ...]], ...]) -> "Image":
    """Return a map with "me" in the middle, one sector for each kind of help, and the people who give it."""
    image, draw = _sheet(1280, 1020)
    draw.text((40, 24), title, fill=INK, font=_font(32))
    middle_x, middle_y = 640, 530
    for radius in (390, 270, 150):
        draw.ellipse(
            (middle_x - radius, middle_y - radius, middle_x + radius, middle_y + radius),
            outline=FAINT,
            width=3,
        )
    for sector, (kind, colour, people) in enumerate(sectors):
        start = -90 + sector * 120
        edge = math.radians(start)
        draw.line(
            (middle_x, middle_y, middle_x + 390 * math.cos(edge), middle_y + 390 * math.sin(edge)),
            fill=FAINT,
            width=3,
        )
        centre = math.radians(start + 60)
        draw.text(
            (middle_x + 480 * math.cos(centre), middle_y + 440 * math.sin(centre)),
            kind,
            fill=colour,
            font=_font(30),
            anchor="mm",
        )
        for place, person in enumerate(people):
            angle = math.radians(start + 120 * (place + 1) / (len(people) + 1))
            distance = 210 if place % 2 == 0 else 320
            x, y = middle_x + distance * math.cos(angle), middle_y + distance * math.sin(angle)
            is_gap = person == "?"
            width = 18 + len(person) * 6
            draw.rounded_rectangle(
                (x - width, y - 22, x + width, y + 22),
                radius=20,
                fill=PAPER if is_gap else colour,
                outline=colour,
                width=4,
            )
            draw.text((x, y), person, fill=colour if is_gap else WHITE, font=_font(22), anchor="mm")
    draw.ellipse((middle_x - 52, middle_y - 52, middle_x + 52, middle_y + 52), fill=INK)
    draw.text((middle_x, middle_y), "me", fill=PAPER, font=_font(28), anchor="mm")
    return image


def support_map() -> "Image":
    """Return Siobhán's support map, with the gap on the listening side."""
    return _support_map(
        "Who helps with what (a ? is a gap)",
        (
            ("Practical", BLUE, ("Bus card: Da", "Office", "Lab technician")),
            ("Advice", GREEN, ("Tutor", "Mr. Tully", "Aunt Nuala")),
            ("Listening", RED, ("?", "Brid (new)")),
        ),
    )


def support_map_lukasz() -> "Image":
    """Return Łukasz's second support map, with the hole in the advice sector."""
    return _support_map(
        "Support map, second drawing",
        (
            ("Practical", BLUE, ("Parents", "Bakery swap", "Flatmate")),
            ("Advice", GREEN, ("?", "Magda, Fridays", "Tutorial room")),
            ("Listening", RED, ("My sister",)),
        ),
    )


PICTURES: dict[str, Callable[[], "Image"]] = {
    "task-board.png": task_board,
    "resilience-before-after.png": before_after,
    "support-map.png": support_map,
    "support-map-lukasz.png": support_map_lukasz,
}
