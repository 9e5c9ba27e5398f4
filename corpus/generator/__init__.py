"""Synthetic minutes: documents that nobody held a meeting for, with answers that are exact by construction."""
