"""The networks on which layouts are compared: python3 graphs.py FOLDER

Writes NAME.json like `loops/graphs.py`, whose deal networks these are, and how many companies the loops have that
may be coloured (`longest`). All seeds are fixed. `ring8` is one loop, `loops3` three that share a company, both with
leaves; `lesmis` is who meets whom in Les Miserables; `ba200` grows by preferring who has many partners already;
`grid200` is a lattice, 10 by 20.
"""
import json
import pathlib
import random
import sys

import networkx

sys.path.append(str(pathlib.Path(__file__).parents[1]))
from loops.graphs import deal_network, write  # noqa: E402

# Companies, companies in the core, share of the core's pairs with an arc, loops laid.
DEALS = [(20, 5, 0.4, 2), (50, 8, 0.3, 4), (100, 10, 0.3, 6), (200, 14, 0.25, 10)]

# As a figure searches, and as far as the longest loop that was laid.
USUAL, LAID = 5, 8


def ring(companies):
    return list(zip(companies, companies[1:] + companies[:1]))


def one_loop():
    """A loop of 8, a leaf at each of its companies."""
    return 16, ring(list(range(8))) + [(company, 8 + company) for company in range(8)]


def three_loops():
    """Loops of 6, 5 and 4 through company 0, leaves at the first ten."""
    loops = ring([0, 1, 2, 3, 4, 5]) + ring([0, 6, 7, 8, 9])
    leaves = [(company, 10 + company) for company in range(10)]
    return 23, loops + leaves + [(3, 20), (20, 21), (21, 22), (22, 0)]


def scale_free(companies):
    """Two partners for each newcomer; who gives to whom is thrown."""
    dice = random.Random(7)
    graph = networkx.barabasi_albert_graph(companies, 2, seed=42)
    return companies, [(a, b) if dice.random() < 0.5 else (b, a) for a, b in graph.edges()]


def plain(graph):
    graph = networkx.convert_node_labels_to_integers(graph)
    return graph.number_of_nodes(), list(graph.edges())


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    networks = {
        "lesmis": (plain(networkx.les_miserables_graph()), USUAL),
        "ring8": (one_loop(), LAID),
        "loops3": (three_loops(), LAID),
        "ba200": (scale_free(200), USUAL),
        "grid200": (plain(networkx.grid_2d_graph(10, 20)), USUAL),
    }
    for recipe in DEALS:
        networks[f"deal{recipe[0]}"] = ((recipe[0], deal_network(*recipe)), USUAL)
    for name, ((companies, arcs), longest) in networks.items():
        write(folder, name, companies, arcs)
        path = folder / f"{name}.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "longest": longest}))


main()
