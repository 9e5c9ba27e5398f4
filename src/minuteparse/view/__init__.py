"""The record beside the minutes that it was made from, as one HTML page that needs nothing else."""
