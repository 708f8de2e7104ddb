"""Findings out: one report value, and one file for each format that prints it."""
