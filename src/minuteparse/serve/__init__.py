"""A small web application for one machine: minutes in, their page or their record out, nothing kept."""
