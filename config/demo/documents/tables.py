"""The demo's CSV files: logs, score sheets and counts that the learners' texts refer to."""

from config.demo.port_maren.badges import MEASURE

Rows = tuple[tuple[str, ...], ...]


def _rows(text: str) -> Rows:
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines() if line.strip())


STRESS_LOG = _rows("""
    day | weekday | load | sleep_hours | both_jobs_in_the_evening | signs | did
    1 | Monday | 2 | 7 | no | | 
    2 | Tuesday | 3 | 7 | no | | 
    3 | Wednesday | 4 | 6 | no | | 
    4 | Thursday | 5 | 7 | no | | 
    5 | Friday | 3 | 8 | no | | 
    6 | Saturday | 2 | 7 | yes | two messages unanswered, jaw a little (early) | moved the Thursday call
    7 | Sunday | 2 | 6 | yes | jaw, short answers | 
    8 | Monday | 3 | 6 | no | jaw, no appetite | walk
    9 | Tuesday | 3 | 7 | no | | walk
    10 | Wednesday | 4 | 7 | no | | bus was late, no walk
    11 | Thursday | 6 | 5 | no | | walk
    12 | Friday | 3 | 7 | no | | rain, no walk
    13 | Saturday | 2 | 8 | yes | | walk
    14 | Sunday | 3 | 7 | yes | jaw, five messages unanswered | walk
    15 | Monday | 2 | 6 | no | short answers, no appetite | wrote to the agency
    16 | Tuesday | 3 | 7 | no | | no translation
    17 | Wednesday | 3 | 7 | yes | | one urgent page; my sister cooked
    18 | Thursday | 5 | 7 | no | | no translation
    19 | Friday | 3 | 7 | no | | no translation
    20 | Saturday | 2 | 8 | no | | no translation
    21 | Sunday | 2 | 8 | no | | no translation
""")

HARVEST_LOG = _rows("""
    day | crates_packed | warmest_c | late_change_by_buyer | shoulders | other_signs | did
    1 | 410 | 24 | no | no | | 
    2 | 455 | 25 | no | no | | 
    3 | 430 | 19 | yes, 16:20 | yes | woke at three | 
    4 | 470 | 22 | no | no | | 
    5 | 505 | 26 | no | no | | 
    6 | 640 | 27 | no | no | slept like a stone | 
    7 | 380 | 26 | no | no | | 
    8 | 490 | 29 | no | no | | 
    9 | 515 | 34 | yes, 17:05 | yes | snapped at the radio | 
    10 | 500 | 35 | yes, 16:45 | yes | woke at two | 
    11 | 520 | 28 | no | no | | telephone hour
    12 | 655 | 27 | no | no | slept like a stone | telephone hour
    13 | 480 | 25 | yes, told next morning | no | | telephone hour
    14 | 390 | 24 | no | no | | telephone hour
    15 | 510 | 23 | yes, told next morning | no | | telephone hour
    16 | 495 | 18 | yes, 16:30 | yes | could not read at night | brother at the dentist
    17 | 500 | 21 | no | no | | telephone hour
    18 | 520 | 22 | no | no | | hour; breathing
    19 | 515 | 24 | no | no | | hour; breathing
    20 | 560 | 25 | no | yes | | hour
    21 | 400 | 25 | no | no | | hour; breathing
    22 | 530 | 23 | no | no | | hour; breathing
    23 | 525 | 22 | no | no | | hour
    24 | 540 | 21 | no | no | | hour; breathing
""")

BENCH_SURVEY = _rows("""
    street | on_the_city_list | found | not_found | found_but_not_listed | without_back_rest
    Oak Street | 31 | 29 | 2 | 1 | 14
    Mill Lane | 22 | 20 | 2 | 0 | 9
    River Walk | 38 | 33 | 5 | 4 | 17
    Station Square | 16 | 16 | 0 | 2 | 3
    College Drive | 27 | 25 | 2 | 1 | 10
    Cemetery Hill | 15 | 12 | 3 | 0 | 6
    Market Place | 9 | 8 | 1 | 1 | 2
    total | 158 | 143 | 15 | 9 | 61
""")

TEA_TABLE = _rows("""
    week | tea_and_cups_usd | tin_usd | hours | cups_a_night | note
    1 | 6.00 | 4.50 | 3 | 7 | two evenings only
    2 | 9.20 | 17.10 | 3 | 19 | limit was five cups
    3 | 8.40 | 16.90 | 3 | 21 | a visitor brought biscuits
    4 | 9.00 | 18.10 | 3 | 20 | four evenings taken by families
""")


def _measure(first: str, second: str = "") -> Rows:
    """Return a score sheet: the twelve statements with the first and, if there is one, the second answer."""
    answers = [column.split() for column in (first, second) if column]
    head = ("number", "statement", "first_measure", "second_measure")[: 2 + len(answers)]
    body = tuple(
        (str(number), statement, *scores)
        for number, (statement, *scores) in enumerate(zip(MEASURE.statements, *answers, strict=True), start=1)
    )
    return (head, *body)


TABLES: dict[str, Rows] = {
    "stress-log.csv": STRESS_LOG,
    "harvest-log.csv": HARVEST_LOG,
    "bench-survey.csv": BENCH_SURVEY,
    "tea-table.csv": TEA_TABLE,
    "resilience-measures-siobhan.csv": _measure("3 2 4 5 4 2 4 4 3 5 4 3", "5 6 5 5 5 5 5 4 3 5 5 5"),
    "resilience-measures-lukasz.csv": _measure("4 3 2 3 5 3 2 4 4 3 3 4", "4 5 5 5 5 4 2 4 4 3 5 5"),
    "resilience-measures-eleni.csv": _measure("3 4 4 5 4 3 5 4 3 5 4 6", "6 5 4 5 5 4 5 6 4 5 5 4"),
    "resilience-measures-olga.csv": _measure("4 3 5 6 2 3 4 5 4 6 5 3", "5 5 5 6 5 4 4 5 4 6 5 4"),
    "resilience-measures-misaki.csv": _measure("3 4 4 2 4 2 4 4 5 6 3 3", "4 5 5 6 4 2 4 5 5 6 6 5"),
    "resilience-measures-thandiwe.csv": _measure("5 4 4 5 5 3 5 3 2 4 5 4", "5 5 6 5 5 4 5 6 2 5 6 5"),
    "resilience-measures-fernanda.csv": _measure("4 3 4 4 3 2 1 4 4 3 4 3", "5 5 4 5 5 4 5 5 4 5 5 4"),
    "resilience-measure-first-seoyeon.csv": _measure("3 3 2 5 4 2 3 4 4 5 4 3"),
}
