"""Packs sorted words into a minimal acyclic automaton, read by names/automaton.rs.

A file is a sequence of little-endian 32-bit edges. Edge: label in bits 0-5 (1-26 letters, 27 apostrophe, 28 hyphen,
29 the bar before classes), bit 6 set on the last edge of a node, bit 7 when a word ends after this edge, bits 8-31
the index of the first edge of the next node, 0 for none. Edge 0 is unused; edge 1 begins the root.
"""

import struct

LABELS = {**{chr(97 + i): i + 1 for i in range(26)}, "'": 27, "-": 28, "|": 29}


def pack(words):
    """Returns the bytes of the automaton for `words`."""
    register = {}
    root = {}
    stack = [(None, None, root)]  # parent, label, node; a node maps label -> [ends, child]
    previous = ""

    def close(down_to):
        while len(stack) > down_to:
            parent, label, node = stack.pop()
            key = tuple((l, e, id(c) if c else 0) for l, (e, c) in sorted(node.items()))
            parent[label][1] = register.setdefault(key, node) if node else None

    for word in sorted(set(words)):
        common = 0
        while common < min(len(word), len(previous)) and word[common] == previous[common]:
            common += 1
        close(common + 1)
        for position in range(common, len(word)):
            node, label = stack[-1][2], LABELS[word[position]]
            node[label] = [position == len(word) - 1, {}]
            stack.append((node, label, node[label][1]))
        previous = word
    close(1)

    # Breadth first from the root: the edges of one node lie side by side.
    first_edge, order, free = {id(root): 1}, [root], 1 + len(root)
    for node in order:
        for _, child in node.values():
            if child and id(child) not in first_edge:
                first_edge[id(child)] = free
                free += len(child)
                order.append(child)
    edges = [0]
    for node in order:
        items = sorted(node.items())
        for number, (label, (ends, child)) in enumerate(items):
            last = number == len(items) - 1
            edges.append(label | last << 6 | ends << 7 | (first_edge[id(child)] if child else 0) << 8)
    return struct.pack(f"<{len(edges)}I", *edges)
