"""The networks on which loop searches are compared: python3 graphs.py FOLDER

Writes NAME.json with the number of companies, the arcs and their amounts. All seeds are fixed.
`deal*` look like deal networks: a dense core, companies around it with one to three arcs each, and loops laid
through both. `gnm*` are random, with as many arcs per company as the number after the underscore says.
"""
import json
import pathlib
import random
import sys

import networkx

# Companies, companies in the core, share of the core's pairs with an arc, loops laid.
DEALS = [(50, 8, 0.3, 4), (200, 14, 0.25, 10), (1000, 30, 0.12, 30), (5000, 60, 0.06, 100)]
RANDOM = [(1000, 3), (5000, 3)]


def deal_network(companies, core, share, loops):
    """Arcs of a network with a core, a periphery and loops through both; all in one piece."""
    dice = random.Random(11)
    arcs = {(a, b) for a in range(core) for b in range(core) if a != b and dice.random() < share}
    for company in range(core, companies):
        for _ in range(dice.choice((1, 1, 2, 3))):
            partner = min(int(dice.expovariate(3 / core)), core - 1)
            arcs.add((company, partner) if dice.random() < 0.5 else (partner, company))
        if dice.random() < 0.15:
            other = dice.randrange(core, companies)
            if other != company:
                arcs.add((company, other))
    for _ in range(loops):
        length = dice.choice((3, 4, 4, 5, 6))
        round_trip = [dice.randrange(core), *dice.sample(range(core, companies), length - 1)]
        arcs.update(zip(round_trip, round_trip[1:] + round_trip[:1]))
    return in_one_piece(companies, sorted(arcs))


def in_one_piece(companies, arcs):
    """The arcs, and one more from each further piece to company 0."""
    pieces = networkx.Graph(arcs)
    pieces.add_nodes_from(range(companies))
    # Pieces of a size come in the order of their smallest company.
    by_size = sorted(networkx.connected_components(pieces), key=lambda piece: (-len(piece), min(piece)))
    return arcs + [(min(piece), 0) for piece in by_size[1:]]


def write(folder, name, companies, arcs):
    sources, targets = zip(*arcs)
    dice = random.Random(3)
    amounts = [int(10 ** dice.uniform(3, 9)) for _ in sources]
    content = {"companies": companies, "from": sources, "to": targets, "amounts": amounts}
    (folder / f"{name}.json").write_text(json.dumps(content))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for companies, core, share, loops in DEALS:
        write(folder, f"deal{companies}", companies, deal_network(companies, core, share, loops))
    for companies, degree in RANDOM:
        graph = networkx.gnm_random_graph(companies, companies * degree, seed=5, directed=True)
        write(folder, f"gnm{companies}_{degree}", companies, graph.edges())


if __name__ == "__main__":
    main()
