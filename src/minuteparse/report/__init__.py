"""A dataset as one HTML report: tables with their queries and plots, and filters by body and year."""
