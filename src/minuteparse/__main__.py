"""`python -m minuteparse` is the command line."""

from minuteparse.cli import main

if __name__ == "__main__":
    main()
