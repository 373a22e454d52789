"""The one error that a verb shows without a traceback."""

from collections.abc import Callable
from functools import wraps
from sys import stderr


class CannotGoOn(Exception):
    """Something outside Laurel is in the way. Its text says what, where, and what to do."""


def told_in_a_sentence(main: Callable[[list[str]], int]) -> Callable[[list[str]], int]:
    """Make a verb's main print CannotGoOn on stderr and return 1."""

    @wraps(main)
    def told(arguments: list[str]) -> int:
        try:
            return main(arguments)
        except CannotGoOn as problem:
            print(problem, file=stderr)
            return 1

    return told
