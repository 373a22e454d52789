"""The rubric editor's input: the rubric's own fields, and its whole grid as one form.

The grid is posted as the page shows it. `criterion` names the sub-competencies in their order, `<key>-level` the
levels of one in theirs, and each field is `<key>-<field>`. What can't be taken stays as it was typed, with its error
beside it.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from rubrics.domain.authoring import CriterionDraft, LevelDraft
from rubrics.enums import EvidenceKind, PassRule
from rubrics.models import Rubric, RubricCriterion, RubricCriterionLevel

MOST_CRITERIA = 60
MOST_LEVELS = 10
_KEY = re.compile(r"^c\d{1,4}(l\d{1,4})?$")


class RubricForm(forms.ModelForm):
    """What stands above the grid."""

    class Meta:
        model = Rubric
        fields = ["title", "description", "pass_rule", "pass_share", "pass_optional"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}

    def clean(self) -> dict[str, Any]:
        """Leave out what the chosen rule doesn't use: the field is out of sight, its error would block the author."""
        unused = {
            PassRule.WEIGHTED: ("pass_optional",),
            PassRule.CORE_AND_OPTIONAL: ("pass_share",),
        }.get(self.cleaned_data.get("pass_rule", ""), ("pass_share", "pass_optional"))
        for name in unused:
            self.errors.pop(name, None)
            self.cleaned_data[name] = getattr(self.instance, name)
        return self.cleaned_data

    def clean_description(self) -> str:
        """Return the text with plain line ends."""
        return str(self.cleaned_data["description"]).replace("\r\n", "\n")


@dataclass
class LevelRow:
    """One level as typed. `errors` holds field -> sentence."""

    key: str
    name: str = ""
    points: str = ""
    description: str = ""
    errors: dict[str, str] = field(default_factory=dict)


@dataclass
class CriterionRow:
    """One sub-competency as typed. `required` is the key of the level that meets it."""

    key: str
    name: str = ""
    description: str = ""
    evidence_prompt: str = ""
    evidence_kinds: list[str] = field(default_factory=list)
    weight: str = "1"
    is_core: bool = True
    required: str = ""
    levels: list[LevelRow] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)


class Grid:
    """The grid of a rubric as an author edits it."""

    def __init__(self, criteria: list[CriterionRow]) -> None:
        self.criteria = criteria
        self.errors: list[tuple[str, str]] = []  # (id of the input, sentence), in the order of the page

    # In ------------------------------------------------------------------------------------------------------

    @classmethod
    def fresh(cls) -> "Grid":
        """Return a first sub-competency with three levels, to be written."""
        grid = cls([])
        grid._add_criterion()
        return grid

    @classmethod
    def from_rubric(cls, rubric: Rubric) -> "Grid":
        """Return the grid as it is stored."""
        rows = []
        for number, criterion in enumerate(rubric.criteria.all(), start=1):
            key = f"c{number}"
            levels = [
                LevelRow(f"{key}l{place}", level.name, str(level.points), level.description)
                for place, level in enumerate(criterion.levels.all(), start=1)
            ]
            required = criterion.required_level
            rows.append(
                CriterionRow(
                    key,
                    name=criterion.name,
                    description=criterion.description,
                    evidence_prompt=criterion.evidence_prompt,
                    evidence_kinds=list(criterion.evidence_kinds),
                    weight=str(criterion.weight),
                    is_core=criterion.is_core,
                    required=levels[required - 1].key if 1 <= required <= len(levels) else "",
                    levels=levels,
                )
            )
        return cls(rows)

    @classmethod
    def from_post(cls, data: QueryDict) -> "Grid":
        """Return the grid as it was posted; a key that isn't ours, or comes twice, is left out."""

        def typed(name: str, default: str = "") -> str:
            return str(data.get(name, default)).replace("\r\n", "\n")  # browsers send line ends their own way

        rows = []
        for key in dict.fromkeys(data.getlist("criterion")):
            if not _KEY.match(key):
                continue
            levels = [
                LevelRow(
                    level,
                    typed(f"{level}-name", ""),
                    typed(f"{level}-points", ""),
                    typed(f"{level}-description", ""),
                )
                for level in dict.fromkeys(data.getlist(f"{key}-level"))
                if _KEY.match(level)
            ]
            rows.append(
                CriterionRow(
                    key,
                    name=typed(f"{key}-name", ""),
                    description=typed(f"{key}-description", ""),
                    evidence_prompt=typed(f"{key}-evidence_prompt", ""),
                    evidence_kinds=data.getlist(f"{key}-evidence_kinds"),
                    weight=typed(f"{key}-weight", "1"),
                    is_core=bool(data.get(f"{key}-is_core")),
                    required=typed(f"{key}-required", ""),
                    levels=levels,
                )
            )
        return cls(rows)

    # Buttons ---------------------------------------------------------------------------------------------------

    def apply(self, act: str) -> str | None:
        """Do what a row button says (`add`, `copy:c1`, `remove:c1l2`, `up:…`, `down:…`, `add:c1`).

        Returns the id of the input to go on with, or None when the button is none of the grid's.
        """
        verb, _, key = act.partition(":")
        if verb == "add" and not key:
            return f"{self._add_criterion().key}-name"
        criterion = next((row for row in self.criteria if row.key == key or key.startswith(f"{row.key}l")), None)
        if criterion is None:
            return None
        if verb == "add":
            return f"{self._add_level(criterion).key}-name"
        if verb == "copy":
            return f"{self._copy(criterion).key}-name"
        if key == criterion.key:
            return _arrange(self.criteria, verb, key, if_empty="criterion-add")
        return _arrange(criterion.levels, verb, key, if_empty=f"{criterion.key}-add")

    def _add_criterion(self) -> CriterionRow:
        row = CriterionRow(_unused("c", [row.key for row in self.criteria]))
        for number, name in enumerate(["Beginning", "Able", "Strong"], start=1):
            row.levels.append(LevelRow(f"{row.key}l{number}", name, str(number)))
        row.required = row.levels[1].key
        self.criteria.append(row)
        return row

    def _add_level(self, criterion: CriterionRow) -> LevelRow:
        level = LevelRow(_unused(f"{criterion.key}l", [row.key for row in criterion.levels]))
        level.points = str(len(criterion.levels) + 1)
        criterion.levels.append(level)
        return level

    def _copy(self, criterion: CriterionRow) -> CriterionRow:
        key = _unused("c", [row.key for row in self.criteria])
        levels = [
            LevelRow(f"{key}l{number}", level.name, level.points, level.description)
            for number, level in enumerate(criterion.levels, start=1)
        ]
        keys = [level.key for level in criterion.levels]
        copy = CriterionRow(
            key,
            name=f"{criterion.name} (copy)",
            description=criterion.description,
            evidence_prompt=criterion.evidence_prompt,
            evidence_kinds=list(criterion.evidence_kinds),
            weight=criterion.weight,
            is_core=criterion.is_core,
            required=levels[keys.index(criterion.required)].key if criterion.required in keys else "",
            levels=levels,
        )
        self.criteria.insert(self.criteria.index(criterion) + 1, copy)
        return copy

    # Out -------------------------------------------------------------------------------------------------------

    def clean(self, *, weighted: bool) -> list[CriterionDraft]:
        """Return what the domain takes. What it wouldn't take is in `errors` and beside its row: then save nothing.

        `weighted` says whether the rule uses weights: only then is a wrong one refused.

        A draft may still be incomplete: only publishing asks for descriptors and for two levels.
        """
        self.errors = []
        if len(self.criteria) > MOST_CRITERIA:
            self.errors.append(("criteria", f"A rubric can have {MOST_CRITERIA} sub-competencies."))
        drafts = []
        for number, row in enumerate(self.criteria, start=1):
            title = f"“{row.name.strip()}”" if row.name.strip() else f"sub-competency {number}"
            self._check(
                row,
                RubricCriterion(
                    name=row.name.strip(),
                    description=row.description.strip(),
                    evidence_prompt=row.evidence_prompt.strip(),
                ),
                {"name": f"Give sub-competency {number} a name."},
            )
            judged = weighted or (row.weight.isdecimal() and 1 <= int(row.weight) <= 100)
            weight = self._whole_number(row, "weight", row.weight if judged else "1", least=1, most=100)
            keys = [level.key for level in row.levels]
            if len(keys) > MOST_LEVELS:
                self._note(row, "levels", f"A sub-competency can have {MOST_LEVELS} levels.")
            if keys and row.required not in keys:
                self._note(row, "required", f"Choose which level meets {title}.")
            if set(row.evidence_kinds) - set(EvidenceKind.values):
                self._note(row, "evidence_kinds", "Choose among the kinds of evidence shown.")
            drafts.append(
                CriterionDraft(
                    name=row.name.strip(),
                    levels=[self._clean_level(title, place, level) for place, level in enumerate(row.levels, start=1)],
                    required_level=keys.index(row.required) + 1 if row.required in keys else 1,
                    description=row.description.strip(),
                    weight=weight,
                    is_core=row.is_core,
                    evidence_prompt=row.evidence_prompt.strip(),
                    evidence_kinds=[kind for kind in EvidenceKind.values if kind in row.evidence_kinds],
                )
            )
        return drafts

    def _clean_level(self, title: str, place: int, level: LevelRow) -> LevelDraft:
        points = self._whole_number(level, "points", level.points or "0", least=0, most=1000)
        draft = LevelDraft(level.name.strip(), level.description.strip(), points)
        self._check(
            level,
            RubricCriterionLevel(name=draft.name, description=draft.description),
            {"name": f"Give level {place} of {title} a name."},
        )
        return draft

    def _whole_number(self, row: Any, name: str, typed: str, *, least: int, most: int) -> int:
        try:
            number = int(typed)
        except ValueError:
            number = -1
        if not least <= number <= most:
            self._note(row, name, f"Write a whole number from {least} to {most}.")
            return least
        return number

    def _check(self, row: Any, instance: Any, empty: dict[str, str]) -> None:
        """Ask the model's own fields about lengths; say `empty` where something must be written."""
        for name in ("name", "description", "evidence_prompt"):
            if not hasattr(instance, name):
                continue
            value = getattr(instance, name)
            if "\0" in value:
                self._note(row, name, "This text holds a character that can't be kept (NUL). Remove it.")
            elif not value and name in empty:
                self._note(row, name, empty[name])
            elif value:
                try:
                    instance._meta.get_field(name).clean(value, instance)
                    limit = instance._meta.get_field(name).max_length
                    if limit and len(value) > limit:
                        self._note(row, name, f"This text has {len(value):,} characters; {limit:,} can be kept.")
                except ValidationError as error:
                    self._note(row, name, " ".join(error.messages))

    def _note(self, row: Any, name: str, sentence: str) -> None:
        row.errors[name] = sentence
        self.errors.append((f"{row.key}-{name}", sentence))


def _arrange(rows: list[Any], verb: str, key: str, *, if_empty: str) -> str | None:
    """Remove or move the row `key`; return the id of the input or button to go on with."""
    place = next((number for number, row in enumerate(rows) if row.key == key), None)
    if place is None or verb not in ("remove", "up", "down"):
        return None
    if verb == "remove":
        rows.pop(place)
        return f"{rows[min(place, len(rows) - 1)].key}-name" if rows else if_empty
    target = place - 1 if verb == "up" else place + 1
    if 0 <= target < len(rows):
        rows[place], rows[target] = rows[target], rows[place]
    return f"{key}-{verb}"


def _unused(prefix: str, keys: list[str]) -> str:
    numbers = [int(key[len(prefix) :]) for key in keys if key[len(prefix) :].isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1}"
