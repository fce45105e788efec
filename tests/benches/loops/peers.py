"""Python libraries on the same networks: python3 peers.py GRAPHS

Prints one line of JSON per measurement: what, graph, length (0 is no bound), loops, ms (median of three).
"""
import json
import pathlib
import statistics
import sys
import time

import igraph
import networkx

RUNS = 3


def with_networkx(arcs, length):
    graph = networkx.DiGraph(arcs)
    return lambda: sum(1 for _ in networkx.simple_cycles(graph, length_bound=length or None))


def with_igraph(arcs, length):
    graph = igraph.Graph(arcs, directed=True)
    return lambda: len(graph.simple_cycles(min=2, max=length or -1))


def measure(run):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        loops = run()
        times.append((time.perf_counter() - start) * 1000)
    return {"loops": loops, "ms": statistics.median(times)}


def main():
    folder = pathlib.Path(sys.argv[1])
    print(json.dumps({"networkx": networkx.__version__, "igraph": igraph.__version__}))
    for name, length in [("deal200", 8), ("deal1000", 8), ("gnm1000_3", 8), ("deal50", 0)]:
        content = json.loads((folder / f"{name}.json").read_text())
        arcs = list(zip(content["from"], content["to"]))
        for what, prepare in [("networkx", with_networkx), ("igraph", with_igraph)]:
            found = measure(prepare(arcs, length))
            print(json.dumps({"what": what, "graph": name, "length": length, **found}))


main()
