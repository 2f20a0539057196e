"""Every error has an exit status, is drawn in the tree, and crosses process borders."""

import inspect
import pickle
import re

import pytest

from quellenlage import errors
from quellenlage.cli.app import EXIT_STATUS, exit_status
from quellenlage.errors import PageError, QuellenlageError
from quellenlage.faults import Fault, FaultKind

ERRORS = [
    error
    for _, error in inspect.getmembers(errors, inspect.isclass)
    if issubclass(error, QuellenlageError) and error is not QuellenlageError
]


def make(error: type[QuellenlageError]) -> QuellenlageError:
    return (
        error("page.html", Fault(FaultKind.TOO_LARGE, ("50",))) if issubclass(error, PageError) else error("went wrong")
    )


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_has_an_exit_status_of_the_contract(error: type[QuellenlageError]) -> None:
    assert exit_status(make(error)) in (1, 2, 3)


def test_every_branch_of_the_tree_has_its_own_line_in_the_table() -> None:
    branches = {error for error in ERRORS if QuellenlageError in error.__bases__}
    assert branches == set(EXIT_STATUS)


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_crosses_process_borders(error: type[QuellenlageError]) -> None:
    made = make(error)
    back = pickle.loads(pickle.dumps(made))
    assert (type(back), str(back)) == (type(made), str(made))


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = re.findall(r"^ {4}[│├└─ ]*(\w+)", errors.__doc__ or "", re.M)
    assert sorted(drawn) == sorted(["QuellenlageError", *(error.__name__ for error in ERRORS)])
