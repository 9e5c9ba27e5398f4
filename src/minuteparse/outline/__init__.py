"""Lines to header block, items and closing block."""
