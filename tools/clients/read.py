"""Runs the Cypher queries of Markdown files with Neo4j's Python driver, read-only.

    NEO4J_URI=... NEO4J_USERNAME=... NEO4J_PASSWORD=... python read.py README.md ...

A query is a block fenced as cypher.
"""

import os
import re
import sys
from pathlib import Path

from neo4j import GraphDatabase, RoutingControl

BLOCK = re.compile(r"^```cypher\n(.*?)^```$", re.MULTILINE | re.DOTALL)

auth = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
with GraphDatabase.driver(os.environ["NEO4J_URI"], auth=auth) as driver:
    for name in sys.argv[1:]:
        for query in BLOCK.findall(Path(name).read_text(encoding="utf-8")):
            records, summary, keys = driver.execute_query(
                query, database_="neo4j", routing_=RoutingControl.READ
            )
            print(f"{name}: {len(records)} rows of {', '.join(keys)}")
