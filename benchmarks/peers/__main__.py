"""`python -m benchmarks.peers`: see benchmarks/quotations.py."""

import sys

from benchmarks.quotations import main

main(sys.argv[1:])
