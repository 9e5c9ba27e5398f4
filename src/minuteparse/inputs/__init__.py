"""Files as councils publish them to a `Source`: PDF, Word, OpenDocument, RTF, web pages, Markdown, text."""
