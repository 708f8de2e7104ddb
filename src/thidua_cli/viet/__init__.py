"""Vietnamese text where no good library exists; knows nothing of records, laws or papers."""
