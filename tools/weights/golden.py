"""Writes what the Python pipeline makes of texts, one JSON object a line.

    python golden.py --wheel W --ner N --out out.jsonl.gz texts ...

Texts: .txt (one text), .jsonl or .jsonl.gz (objects with id and text), so a
file written by this tool can be made anew from itself. A name ending in .gz
is compressed, always to the same bytes. --every K takes every K-th text only;
--odd N adds N random strings of what tokenizers find hard.

A token is [start, end, text, lemma, tag, pos, morph, dep, head, sentence,
blank follows], offsets in code points; a sentence is [first, end] and a name
[first, end, label] in tokens.
"""

import argparse
import gzip
import io
import json
import pathlib
import random

import pipeline


def read(path):
    path = pathlib.Path(path)
    if path.suffix == ".txt":
        yield {"id": path.stem, "text": path.read_text()}
        return
    with gzip.open(path, "rt") if path.suffix == ".gz" else open(path) as lines:
        for n, line in enumerate(lines):
            d = json.loads(line)
            yield {"id": str(d.get("id") or d.get("doc") or n), "text": d["text"]}


def odd(nlp, count, seed=1):
    """Random strings of exceptions, affixes, numbers, units, addresses, odd
    letters and white space, put together with and without blanks."""
    rng = random.Random(seed)
    exceptions = sorted(nlp.tokenizer.rules)
    words = "the U.S. Berlin co-operate don't I'm rock'n'roll e-mail AT&T O'Neil 1990s İstanbul ΟΔΟΣ straße ǅ".split()
    numbers = "1 12 3.5 1,000 ½ x² 10km 5kg 20% 6pm 7:30 2-3 4+5 1/2 $5 €9 US$7 ٣ 12th 0.5m² ³".split()
    marks = [". .. ... …".split(), ", ; : ! ?".split(), list("()[]{}<>\"'`“”‘’«»„"), list("-–—~+*^=/_#&%§@|\\"), ["--", "---", "——", "……"],
             list("$£€¥₿"), list("©®°→☃★😀👩🏽‍🚀"), ["'s", "’s", "'S", "n't", "n’t", "'ll", "'d", "'em", "°C.", "US$", "C$", "A$"]]
    addresses = ["http://a.bc/d?e=f#g", "www.example.com", "x@y.org", "1.2.3.4:80/x", "10.0.0.1/y", "192.168.1.1", "ftp://u:p@h.io", "lower.Upper", "a.b", "mail.ru.", "//x.de"]
    spaces = [" ", "  ", "\n", "\t", "\n\n", " \n ", "\u00a0", "\u00a0\u00a0", "\u2009", "\u3000", "\r\n", "\x1c", "\u200b"]
    letters = list("aBcZéÉßñŁøаЯαΩΣςכع中한ไअ²¹ªⅣⓐ𝒜")
    kinds = [lambda: rng.choice(exceptions), lambda: rng.choice(words), lambda: rng.choice(numbers),
             lambda: rng.choice(rng.choice(marks)), lambda: rng.choice(addresses),
             lambda: rng.choice(spaces), lambda: "".join(rng.choices(letters, k=rng.randint(1, 4)))]
    for n in range(count):
        parts = []
        for _ in range(rng.randint(1, 30)):
            parts.append(rng.choice(kinds)())
            if rng.random() < 0.45:
                parts.append(" ")
        yield {"id": f"odd-{n}", "text": "".join(parts)}


def analyse(nlp, d):
    doc = nlp(d["text"])
    sents = [[s.start, s.end] for s in doc.sents]
    sentence = [k for k, (start, end) in enumerate(sents) for _ in range(start, end)]
    tokens = [
        [t.idx, t.idx + len(t), t.text, t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, sentence[t.i], bool(t.whitespace_)]
        for t in doc
    ]
    return {**d, "tokens": tokens, "sents": sents, "ents": [[e.start, e.end, e.label_] for e in doc.ents]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pipeline.add_arguments(parser)
    parser.add_argument("--out", required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--odd", type=int, default=0)
    parser.add_argument("texts", nargs="*")
    args = parser.parse_args()
    nlp = pipeline.load(args.wheel, args.ner)
    texts = [d for path in args.texts for d in list(read(path))[:: args.every]]
    texts += odd(nlp, args.odd)
    lines = io.StringIO()
    for d in texts:
        lines.write(json.dumps(analyse(nlp, d), ensure_ascii=False, separators=(",", ":")) + "\n")
    raw = lines.getvalue().encode()
    if args.out.endswith(".gz"):
        raw = gzip.compress(raw, mtime=0)
    pathlib.Path(args.out).write_bytes(raw)


if __name__ == "__main__":
    main()
