"""Records in the formats that others read, each with a report of what the format cannot hold."""
