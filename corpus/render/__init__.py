"""Documents of the corpus set as the files that councils publish: Word, web pages, PDF. Not a part of the package."""
