"""One module a field of the record: `Evidence` in, parts of the record out."""
