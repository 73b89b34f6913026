"""Trains the names of the pipeline further, from the weights at --ner.

Copies of the pieces of --silver are made on the way, in which people, towns and
organisations are exchanged for others, datelines stand in front, or the
capitals are others. Runs with the same arguments do the same steps in the same
order. The README tells what came of it.
"""
import argparse
import csv
import gzip
import json
import random
import re
import time

import pipeline
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
pipeline.add_arguments(ap)
ap.add_argument("--silver", required=True, help="pieces with names, as tools/train reads them")
ap.add_argument("--refdata", required=True, help="directory with every-politician, geonames, phoenix and ofac, whose names are put in")
ap.add_argument("--out", required=True, help="directory for the trained component")
ap.add_argument("--words", type=int, default=1_500_000, help="words to train on")
ap.add_argument("--rate", type=float, default=.0005, help="learning rate, which falls to nothing")
ap.add_argument("--seed", type=int, default=1)
a = ap.parse_args()
rnd = random.Random(a.seed); fix_random_seed(a.seed)
R = a.refdata
rows = list(csv.DictReader(open(R + "/every-politician/people_bio.csv", encoding="utf8")))
people = [r["name"] for r in rows if 2 <= len(r["name"].split()) <= 4 and re.fullmatch(r"[^\W\d_][\w.'’ -]+", r["name"])]
towns = [r["name"] for r in csv.DictReader(open(R + "/geonames/cities_100k_or_capital.tsv", encoding="utf8"), delimiter="\t")]
small = {"of", "the", "and", "for", "de", "la", "al", "del", "in", "y", "e", "et", "des", "for", "to", "on", "da", "do"}
def title(s):
    w = s.replace("_", " ").strip().lower().split()
    return " ".join(x if i and x in small else x[:1].upper() + x[1:] for i, x in enumerate(w))
orgs = []
for l in open(R + "/phoenix/Phoenix.MilNonState.actors.txt", encoding="utf8", errors="ignore"):
    if re.match(r"\+?[A-Z][A-Z_'-]{3,}", l):
        n = title(l.lstrip("+").split("[")[0].split(";")[0])
        if len(n.split()) <= 6: orgs.append(n)
for r in csv.reader(open(R + "/ofac/sdn-2023-01.csv", encoding="utf8", errors="ignore")):
    if len(r) > 3 and r[2].strip() == "-0-" and len(r[1].split()) <= 6 and re.fullmatch(r"[A-Z][A-Z.,&' -]+", r[1]):
        orgs.append(title(r[1]))
orgs = sorted(set(orgs))
single = [o for o in orgs if len(o.split()) == 1 and len(o) > 3]
print(len(people), "people", len(towns), "towns", len(orgs), "organisations", len(single), "of one word")
townset = set(towns)
keep = re.compile(r"\b(Ministry|Court|Police|Army|University|Parliament|Department|Council|Senate|House|Congress|Government|Navy|Force|Assembly|Agency|Office|Commission|Bank|Union|Nations)\b")
def acronym():
    return "".join(rnd.choice("ABCDEFGHIKLMNOPRSTUV") for _ in range(rnd.choice([3, 3, 3, 4, 4, 5])))
def swap(text, spans):
    """Copy of a piece with people, towns and organisations exchanged."""
    to = {}
    full = [text[s:e] for s, e, l in spans if l == "PERSON" and 2 <= len(text[s:e].split()) <= 4]
    for f in dict.fromkeys(full):
        if f in to: continue
        n = rnd.choice(people); to[f] = n
        to.setdefault(f.split()[-1], n.split()[-1])
    for s, e, l in spans:
        x = text[s:e]
        if x in to: continue
        if l == "GPE" and x in townset and rnd.random() < .8: to[x] = rnd.choice(towns)
        if l == "ORG" and not keep.search(x) and rnd.random() < .5:
            the = "the " if x.lower().startswith("the ") else ""
            body = x[len(the):]
            if re.fullmatch(r"[A-Z]{2,6}", body): n = acronym()
            elif len(body.split()) == 1: n = rnd.choice(single) if rnd.random() < .7 else acronym()
            else: n = rnd.choice(orgs)
            to[x] = x[:len(the)] + n
    return rebuild(text, spans, lambda x, l: to.get(x, x) if l in ("PERSON", "GPE", "ORG") else x)
def rebuild(text, spans, f, g=lambda x: x):
    out, res, p = "", [], 0
    for s, e, l in sorted(spans):
        out += g(text[p:s]); n = f(text[s:e], l); res.append((len(out), len(out) + len(n), l)); out += n; p = e
    return out + g(text[p:]), res
def caps(text, spans, how):
    f = {"upper": str.upper, "lower": str.lower, "title": lambda s: re.sub(r"\b[a-z]", lambda m: m.group().upper(), s)}[how]
    t = f(text)
    return (t, spans) if len(t) == len(text) else (text, spans)
MONTHS = "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec".split()
AGENCIES = "Reuters AP AFP Xinhua TASS UPI DPA PTI ANI Interfax Yonhap Kyodo MENA EFE IANS Anadolu".split()
def headed(text, spans):
    """Copy with a dateline before it."""
    c = rnd.choice(towns); c = c.upper() if rnd.random() < .7 else c
    ag = rnd.choice(AGENCIES) if rnd.random() < .6 else acronym()
    d = f"{rnd.choice(MONTHS)} {rnd.randint(1, 28)}"; y = rnd.random()
    parts = [(c, "GPE")]
    if y < .6: parts += [(", ", None), (d, "DATE")]
    if y > .3: parts += [(" (", None), (ag, "ORG"), (")", None)]
    parts += [(rnd.choice([" - ", " -- ", " — ", ": "]), None)]
    out, res = "", []
    for s, l in parts:
        if l: res.append((len(out), len(out) + len(s), l))
        out += s
    return out + text, res + [(s + len(out), e + len(out), l) for s, e, l in spans]
nlp = pipeline.load(a.wheel, a.ner)
pieces = [json.loads(l) for l in gzip.open(a.silver, "rt", encoding="utf8")]
GOLD = {"wikigold", "uner", "gum", "redocred", "crossner", "knowledgenet", "wikinews"}
gold = [p for p in pieces if p["source"] in GOLD]; rest = [p for p in pieces if p["source"] not in GOLD]
rnd.shuffle(rest)
def example(p):
    spans = [(s, e, l) for s, e, l in p["spans"]] + [(s, e, "?") for s, e in p.get("unknown", [])]
    spans = sorted(spans); clean = []
    for s in spans:
        if not clean or s[0] >= clean[-1][1]: clean.append(s)
    t, sp = p["text"], clean
    r = rnd.random()
    if r < .6: t, sp = swap(t, sp)
    if rnd.random() < .25: t, sp = headed(t, sp)
    r = rnd.random()
    if r < .12: t, sp = caps(t, sp, rnd.choice(["upper", "lower", "title"]))
    doc = nlp.make_doc(t); tags = ["O"] * len(doc)
    start = {x.idx: x.i for x in doc}; end = {x.idx + len(x): x.i for x in doc}
    for s, e, l in sp:
        if s in start and e in end and start[s] <= end[e]:
            i, j = start[s], end[e]
            if l == "?": tags[i:j + 1] = ["-"] * (j - i + 1)
            elif i == j: tags[i] = "U-" + l
            else: tags[i], tags[j] = "B-" + l, "L-" + l; tags[i + 1:j] = ["I-" + l] * (j - i - 1)
        else:
            for x in doc:
                if x.idx < e and x.idx + len(x) > s: tags[x.i] = "-"
    return Example.from_dict(doc, {"entities": tags})
opt = Adam(a.rate, L2=.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
done, t0, k, losses = 0, time.time(), 0, {}
order = []
while done < a.words:
    batch, n = [], 0
    while n < 1500:
        if not order:
            order = gold + rest[:2 * len(gold)]; rest = rest[2 * len(gold):] + rest[:2 * len(gold)]; rnd.shuffle(order)
        e = example(order.pop()); n += len(e.reference); batch.append(e)
    opt.learn_rate = a.rate * max(.02, 1 - done / a.words)
    with nlp.select_pipes(enable="ner"): nlp.update(batch, drop=.1, sgd=opt, losses=losses)
    done += n; k += 1
    if k % 100 == 0: print(done, round(done / (time.time() - t0)), "words/s", {x: round(y) for x, y in losses.items()}, flush=True); losses = {}
with nlp.get_pipe("ner").model.use_params(opt.averages): nlp.get_pipe("ner").to_disk(a.out, exclude=["vocab"])
