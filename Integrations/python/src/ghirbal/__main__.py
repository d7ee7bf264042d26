"""`python -m ghirbal` is `ghirbal`."""

from ghirbal._command import main

main()
