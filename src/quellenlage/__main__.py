"""`python -m quellenlage` is `quellenlage`."""

from quellenlage.cli import main

main()
