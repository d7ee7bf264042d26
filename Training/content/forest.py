"""Writes a LightGBM model as the table that the binary embeds.

Little-endian: "GHF1", trees, features, nodes, each 32 bits; for each tree its first node and its
depth; for each node a threshold, or a leaf's value (float), a feature (16 bits), the child for
values up to the threshold and the child for greater ones (8 bits each, counted from the tree's
first node); for each node the mean of the leaves below it (float), which explanations use. A leaf
is its own child, so that a walk of the tree's depth ends in it wherever it is.
"""

import struct

import numpy as np


def answered(model: dict, feature: int, value: float) -> dict:
    """The model where one feature has the same value for all rows: no node asks it any more."""

    def walk(node: dict) -> dict:
        while "leaf_value" not in node and node["split_feature"] == feature:
            node = node["left_child" if value <= node["threshold"] else "right_child"]
        if "leaf_value" in node:
            return node
        children = {side: walk(node[side]) for side in ("left_child", "right_child")}
        return node | children

    trees = [tree | {"tree_structure": walk(tree["tree_structure"])} for tree in model["tree_info"]]
    return model | {"tree_info": trees}


def _floor32(threshold: float) -> float:
    """The greatest 32-bit float up to a threshold: features are 32-bit, so nothing changes side."""
    rounded = np.float32(threshold)
    if float(rounded) > threshold:
        rounded = np.nextafter(rounded, np.float32(-np.inf))
    return float(rounded)


def _flatten(tree: dict, columns: list[int]) -> tuple[list[bytes], list[float], int]:
    nodes: list[bytes] = []
    means: list[float] = []
    depth = 0

    def add(node: dict, level: int) -> int:
        nonlocal depth
        place = len(nodes)
        nodes.append(b"")
        means.append(node.get("leaf_value", node.get("internal_value")))
        if "leaf_value" in node:
            nodes[place] = struct.pack("<fHBB", node["leaf_value"], 0, place, place)
            depth = max(depth, level)
        else:
            left = add(node["left_child"], level + 1)
            right = add(node["right_child"], level + 1)
            nodes[place] = struct.pack(
                "<fHBB", _floor32(node["threshold"]), columns[node["split_feature"]], left, right
            )
        return place

    add(tree, 0)
    if len(nodes) > 256:
        raise ValueError("a tree has more nodes than its children's 8 bits can name")
    return nodes, means, depth


def table(model: dict, columns: list[int], feature_count: int) -> bytes:
    """The bytes of a model; `columns` are the places of its features in the exported rows."""
    trees, nodes, means = [], [], []
    for tree in model["tree_info"]:
        flat, flat_means, depth = _flatten(tree["tree_structure"], columns)
        trees.append(struct.pack("<II", len(nodes), depth))
        nodes += flat
        means += flat_means
    head = struct.pack("<4sIII", b"GHF1", len(trees), feature_count, len(nodes))
    return head + b"".join(trees) + b"".join(nodes) + np.array(means, "<f4").tobytes()
