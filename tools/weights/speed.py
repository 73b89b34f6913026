"""Times Python spaCy and the Go analyzer on the same texts, turn by turn.

    python speed.py --wheel W --ner N [--rounds 5]

Both run on one core over the 25 articles of the goldens, after one round that
does not count. Words are what stands between white space.
"""

import argparse
import os
import pathlib
import resource
import subprocess
import time

# One thread for the library below numpy as well; it reads this when loaded.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import golden
import pipeline

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = ROOT / "extract/analyze/testdata/wikinews.golden.jsonl.gz"


def python(nlp, texts):
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - start


def go(binary, kernel, rounds):
    """Processor time of so many rounds: that of a run with one more round,
    less that of a run with a single one, which loads the weights as well."""
    took = []
    for n in (1, rounds + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [binary, "-test.run=^$", f"-test.bench=^BenchmarkAnalyze$/^{kernel}$", f"-test.benchtime={n}x", "-test.cpu=1"],
            cwd=ROOT / "extract/analyze", check=True, capture_output=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return took[1] - took[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pipeline.add_arguments(parser)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    binary = ROOT / "bin/analyze.test"
    subprocess.run(["go", "test", "-c", "-o", binary, "./extract/analyze"], cwd=ROOT, check=True)
    nlp = pipeline.load(args.wheel, args.ner)
    texts = [d["text"] for d in golden.read(TEXTS)]
    words = sum(len(t.split()) for t in texts)
    python(nlp, texts)
    print(f"{words} words; words a second of processor time")
    print(f"{'round':>5} {'python':>9} {'go':>9} {'go plain':>9} {'go/python':>10}")
    for n in range(args.rounds):
        p = words / python(nlp, texts)
        fast, plain = 10 * words / go(binary, "fast", 10), words / go(binary, "plain", 1)
        print(f"{n + 1:5} {p:9.0f} {fast:9.0f} {plain:9.0f} {fast / p:10.1f}")


if __name__ == "__main__":
    main()
