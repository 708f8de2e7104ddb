"""The records of an office as plain values, each beside the table of keys that reads it."""
