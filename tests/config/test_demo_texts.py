"""The demo's texts: every rubric can be used, everything that is named exists, every file is real."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from config.demo import INSTITUTIONS
from config.demo.documents import NAMES, evidence_file, evidence_files
from config.demo.documents.papers import PAPERS
from config.demo.documents.pictures import PICTURES
from config.demo.documents.tables import TABLES
from config.demo.types import Badge, Criterion, EvidenceKind, Institution, Journey, JourneyState, Role, Round
from config.demo.writing import prose

BADGES = [
    pytest.param(badge, id=f"{institution.key}/{badge.key}")
    for institution in INSTITUTIONS
    for badge in institution.badges
]
JOURNEYS = [
    pytest.param(institution, journey, id=f"{journey.learner}/{journey.badge}")
    for institution in INSTITUTIONS
    for journey in institution.journeys
]
each_institution = pytest.mark.parametrize("institution", INSTITUTIONS, ids=lambda institution: institution.key)
each_badge = pytest.mark.parametrize("badge", BADGES)
each_journey = pytest.mark.parametrize(("institution", "journey"), JOURNEYS)

# Words that put a value on work without saying what can be seen.
VAGUE = re.compile(r"\b(very good|good|excellent|adequate|satisfactory|poor|outstanding|appropriate)\b", re.I)


def criteria_of(institution: Institution, journey: Journey) -> dict[str, Criterion]:
    """Return the criteria of the journey's badge by key."""
    return {criterion.key: criterion for criterion in institution.badge(journey.badge).rubric.criteria}


def unmet(criteria: dict[str, Criterion], round_: Round) -> set[str]:
    """Return the keys of the criteria that this round's marks leave below the required level."""
    return {mark.criterion for mark in round_.marks if not criteria[mark.criterion].is_met_at(mark.level)}


def test_the_institutions_offer_three_and_one_and_thirty_badges() -> None:
    assert {institution.key: len(institution.badges) for institution in INSTITUTIONS} == {
        "larkmoor": 3,
        "port-maren": 1,
        "calder-grove": 30,
    }


def test_calder_grove_offers_ten_skills_in_each_of_three_tiers() -> None:
    calder_grove = INSTITUTIONS[2]
    assert Counter(badge.tier for badge in calder_grove.badges) == {
        "Learner": 10,
        "Academic": 10,
        "Employer-verified": 10,
    }
    skills = {badge.name.partition(":")[0] for badge in calder_grove.badges}
    assert len(skills) == 10
    assert {
        "Collaboration",
        "Digital fluency",
        "Entrepreneurial mindset",
        "Social and diversity awareness",
    } <= skills


def test_the_resilience_badge_has_six_ordered_modules_and_four_criteria_with_four_levels() -> None:
    (badge,) = INSTITUTIONS[1].badges
    assert [step.position for step in badge.steps] == [1, 2, 3, 4, 5, 6]
    assert [step.tracked for step in badge.steps] == [True, True, True, True, False, True]
    assert sum(step.hours for step in badge.steps) == badge.workload_hours
    assert badge.measure is not None
    assert [len(criterion.levels) for criterion in badge.rubric.criteria] == [4, 4, 4, 4]


@each_badge
def test_a_badge_says_all_that_a_catalogue_shows(badge: Badge) -> None:
    assert badge.description == badge.description.strip()
    assert 60 <= len(badge.description) <= 300
    assert "\n" not in badge.description
    assert badge.criteria_narrative.startswith("## ")
    assert len(badge.criteria_narrative.split()) >= 50
    headings = re.findall(r"^#+ .*", badge.criteria_narrative, re.M)
    assert all(len(heading.split()) <= 6 for heading in headings), "a heading has not swallowed its text"
    assert badge.workload_hours > 0
    assert badge.validity_months is None or badge.validity_months > 0
    assert badge.eqf_level is None or 1 <= badge.eqf_level <= 8
    assert len(badge.tags) == len(set(badge.tags)) >= 3
    assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", badge.language)


@each_badge
def test_the_colours_of_a_badge_can_be_told_apart(badge: Badge) -> None:
    def luminance(colour: str) -> float:  # WCAG 2.2, relative luminance
        channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted(luminance(colour) for colour in (badge.icon.ground, badge.icon.ink))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@each_badge
def test_a_rubric_can_be_used_by_an_assessor(badge: Badge) -> None:
    criteria = badge.rubric.criteria
    assert badge.rubric.name
    assert badge.rubric.description
    assert 3 <= len(criteria) <= 6
    assert len({criterion.key for criterion in criteria}) == len(criteria)
    assert len({criterion.name for criterion in criteria}) == len(criteria)
    assert sum(criterion.weight for criterion in criteria) == 100
    for criterion in criteria:
        assert criterion.description.endswith(".")
        assert len(criterion.evidence_prompt.split()) >= 8
        assert criterion.evidence_kinds
        assert len(set(criterion.evidence_kinds)) == len(criterion.evidence_kinds)
        assert 3 <= len(criterion.levels) <= 4
        assert criterion.level(criterion.required_level).points > 1


@each_badge
def test_levels_rise_and_each_is_described_in_its_own_words(badge: Badge) -> None:
    for criterion in badge.rubric.criteria:
        points = [level.points for level in criterion.levels]
        assert points == list(range(1, len(points) + 1))
        assert len({level.name for level in criterion.levels}) == len(criterion.levels)
        assert len({level.descriptor for level in criterion.levels}) == len(criterion.levels)
        for level in criterion.levels:
            assert level.descriptor.endswith((".", "”).", '").'))
            assert len(level.descriptor.split()) >= 5, level.descriptor
            assert not VAGUE.search(level.descriptor), level.descriptor


def test_no_descriptor_is_used_twice_anywhere() -> None:
    descriptors = Counter(
        level.descriptor
        for institution in INSTITUTIONS
        for badge in institution.badges
        for criterion in badge.rubric.criteria
        for level in criterion.levels
    )
    assert [text for text, count in descriptors.items() if count > 1] == []
    assert len(descriptors) == 4 * 4 * 3 + 4 * 4 + 10 * 3 * (3 + 4 + 3)


@each_institution
def test_names_and_keys_are_unique_in_an_institution(institution: Institution) -> None:
    for values in (
        [badge.name for badge in institution.badges],
        [badge.key for badge in institution.badges],
        [badge.rubric.name for badge in institution.badges],
        [person.name for person in institution.people],
        [(journey.learner, journey.badge) for journey in institution.journeys],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_addresses_are_unique_and_belong_to_reserved_domains() -> None:
    addresses = [person.email for institution in INSTITUTIONS for person in institution.people]
    assert [address for address, count in Counter(addresses).items() if count > 1] == []
    reserved = re.compile(r"[a-z.-]+@[a-z]+\.example\.(edu|org)")
    assert [address for address in addresses if not reserved.fullmatch(address)] == []
    assert all(re.match(r"https://[a-z]+\.example\.(edu|org)/", institution.url) for institution in INSTITUTIONS)


@each_institution
def test_every_role_is_filled(institution: Institution) -> None:
    roles = Counter(role for person in institution.people for role in person.roles)
    assert roles[Role.ADMINISTRATOR] >= 1
    assert roles[Role.ASSESSOR] >= 2
    assert roles[Role.REGISTRAR] >= 1
    assert roles[Role.LEARNER] >= 8


def test_the_learners_names_are_written_in_many_scripts_and_one_is_long() -> None:
    names = [
        person.name for institution in INSTITUTIONS for person in institution.people if Role.LEARNER in person.roles
    ]
    scripts = {
        "Latin with accents": r"[À-ÿĀ-ſ]",
        "Greek": r"[Α-ω]",
        "Cyrillic": r"[А-я]",
        "Arabic": r"[\u0620-\u064a]",
        "Hebrew": r"[א-ת]",
        "Devanagari": r"[\u0904-\u0939]",
        "Han": r"[\u4e00-\u9fff]",
        "Hangul": r"[\uac00-\ud7a3]",
    }
    assert [script for script, letters in scripts.items() if not any(re.search(letters, name) for name in names)] == []
    assert max(len(name) for name in names) > 80


@each_institution
def test_every_learner_has_begun_something(institution: Institution) -> None:
    learners = {person.email for person in institution.people if Role.LEARNER in person.roles}
    assert {journey.learner for journey in institution.journeys} == learners


def test_every_step_of_the_path_is_shown() -> None:
    states = Counter(journey.state for institution in INSTITUTIONS for journey in institution.journeys)
    assert set(states) == set(JourneyState)
    assert states[JourneyState.REVOKED] == 1
    assert states[JourneyState.RETURNED] >= 3
    assert states[JourneyState.AWARDED] >= 15


@each_journey
def test_a_journey_names_only_what_exists(institution: Institution, journey: Journey) -> None:
    criteria = criteria_of(institution, journey)
    assert Role.LEARNER in institution.person(journey.learner).roles
    for round_ in journey.rounds:
        for item in round_.evidence:
            assert item.kind in criteria[item.criterion].evidence_kinds
            filled = {
                kind: bool(value) for kind, value in zip(EvidenceKind, (item.text, item.file, item.url), strict=True)
            }
            assert filled == {kind: kind == item.kind for kind in EvidenceKind}
            assert item.title
            assert not item.file or item.file in NAMES
            assert not item.url or re.match(r"https://[a-z]+\.example\.org/", item.url)
        texts = [item.criterion for item in round_.evidence if item.kind == EvidenceKind.TEXT]
        assert len(texts) == len(set(texts)), "one text for each criterion and round"
        for mark in round_.marks:
            assert criteria[mark.criterion].level(mark.level).name == mark.level
            assert len(mark.comment.split()) >= 5
        assert len({mark.criterion for mark in round_.marks}) == len(round_.marks)
        if round_.assessor:
            assert Role.ASSESSOR in institution.person(round_.assessor).roles
            assert round_.assessor != journey.learner


@each_journey
def test_a_journey_is_where_its_state_says(institution: Institution, journey: Journey) -> None:
    criteria = criteria_of(institution, journey)
    last = journey.rounds[-1]
    reached = {
        JourneyState.DRAFT: (False, False, False),
        JourneyState.SUBMITTED: (True, False, False),
        JourneyState.IN_REVIEW: (True, True, False),
        JourneyState.RETURNED: (True, True, True),
        JourneyState.AWARDED: (True, True, True),
        JourneyState.REVOKED: (True, True, True),
    }[journey.state]
    assert (last.submitted is not None, last.taken is not None, last.decided is not None) == reached
    assert (last.assessor is not None) == reached[1]
    open_criteria = set(criteria)
    for round_ in journey.rounds:
        handed_in = {item.criterion for item in round_.evidence}
        assert handed_in <= open_criteria
        if round_.submitted:
            assert handed_in == open_criteria, "each open criterion has evidence before it is submitted"
        if round_.decided:
            assert {mark.criterion for mark in round_.marks} == open_criteria
            assert round_.comment
            open_criteria = unmet(criteria, round_)
        if round_ is not last:
            assert open_criteria, "only a returned round is followed by another"
    if journey.state in (JourneyState.AWARDED, JourneyState.REVOKED):
        assert open_criteria == set()
    if journey.state == JourneyState.RETURNED:
        assert open_criteria
    assert (journey.revocation is not None) == (journey.state == JourneyState.REVOKED)


@each_journey
def test_the_moments_of_a_journey_follow_each_other_within_a_year(institution: Institution, journey: Journey) -> None:
    now = datetime(2026, 3, 30, 12, 0, tzinfo=ZoneInfo(institution.time_zone))
    moments = [journey.started]
    for round_ in journey.rounds:
        moments += [moment for moment in (round_.submitted, round_.taken, round_.decided) if moment]
    if journey.revocation:
        moments.append(journey.revocation.revoked)
        assert Role.ADMINISTRATOR in institution.person(journey.revocation.revoked_by).roles
        assert len(journey.revocation.reason.split()) >= 10
    times = [moment.before(now) for moment in moments]
    assert times == sorted(set(times))
    assert all(1 <= moment.days_ago <= 365 for moment in moments)


def test_at_least_twelve_pieces_of_evidence_have_150_to_400_words() -> None:
    lengths = [
        len(item.text.split())
        for institution in INSTITUTIONS
        for journey in institution.journeys
        for round_ in journey.rounds
        for item in round_.evidence
    ]
    assert sum(150 <= length <= 400 for length in lengths) >= 12
    assert max(lengths) <= 400


def test_every_file_is_handed_in_by_somebody() -> None:
    used = [
        item.file
        for institution in INSTITUTIONS
        for journey in institution.journeys
        for round_ in journey.rounds
        for item in round_.evidence
        if item.file
    ]
    assert sorted(used) == sorted(NAMES)


def test_the_files_are_what_their_endings_say(tmp_path: Path) -> None:
    paths = evidence_files(tmp_path / "evidence")
    assert set(paths) == NAMES
    for name, path in paths.items():
        content = path.read_bytes()
        if path.suffix == ".pdf":
            assert content.startswith(b"%PDF-"), name
            assert len(content) > 5_000
        elif path.suffix == ".png":
            assert content.startswith(b"\x89PNG\r\n\x1a\n"), name
        elif path.suffix == ".csv":
            rows = list(csv.reader(StringIO(content.decode())))
            assert len(rows) >= 5, name
            assert {len(row) for row in rows} == {len(rows[0])}, name
        else:
            assert path.suffix == ".txt"
            assert len(content.decode().split()) >= 30, name


def test_headings_in_the_papers_are_short_and_stand_alone() -> None:
    for name, paper in PAPERS.items():
        headings = re.findall(r"^#+ .*", paper.body, re.M)
        assert headings, name
        assert all(len(heading) <= 60 for heading in headings), name


def test_a_file_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    (tmp_path / "tea-table.csv").write_text("kept", encoding="utf-8")
    assert evidence_file("tea-table.csv", tmp_path).read_text(encoding="utf-8") == "kept"


def test_an_unknown_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        evidence_file("holiday.pdf", tmp_path)


def test_the_pictures_hold_something() -> None:
    for name, draw in PICTURES.items():
        assert len(draw().getcolors(maxcolors=1 << 20) or []) > 20, name


def test_the_bench_survey_adds_up_to_its_total_row() -> None:
    _head, *streets, total = TABLES["bench-survey.csv"]
    assert [str(sum(int(row[column]) for row in streets)) for column in range(1, 6)] == list(total[1:])


def test_the_stress_log_says_what_its_analysis_reads_from_it() -> None:
    _head, *days = TABLES["stress-log.csv"]
    load = {int(day[0]): int(day[2]) for day in days}
    signs = [int(day[0]) for day in days if day[5]]
    assert signs == [6, 7, 8, 14, 15]
    assert [load[day] for day in (4, 11, 18)] == [5, 6, 5]
    assert [load[day] for day in (7, 8, 14, 15)] == [2, 3, 3, 2]
    assert [int(day[0]) for day in days if day[4] == "yes"] == [6, 7, 13, 14, 17]
    assert round(sum(load[day] for day in range(8, 15)) / 7, 1) == 3.4
    assert round(sum(load[day] for day in range(15, 22)) / 7, 1) == 2.9


def test_the_tea_table_earned_two_dollars_an_hour() -> None:
    _head, *weeks = TABLES["tea-table.csv"]
    earned = sum(float(week[2]) - float(week[1]) for week in weeks)
    assert round(earned / sum(int(week[3]) for week in weeks), 2) == 2.00


def strings_of(value: object) -> Iterator[str]:
    """Return every string inside a tree of dataclasses and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_of(getattr(value, field.name))


@each_institution
def test_no_text_carries_the_indentation_of_its_module(institution: Institution) -> None:
    assert [text for text in strings_of(institution) if re.search(r"\s{3}|  |\n |^\s|\s$", text)] == []


def test_prose_joins_wrapped_lines_and_keeps_paragraphs_and_lists() -> None:
    written = """
        One line
        goes on.

        ## Head
        Below
        it.

        ## Head
        - first
          point
        - second
    """
    assert prose(written) == "One line goes on.\n\n## Head\nBelow it.\n\n## Head\n- first point\n- second"
