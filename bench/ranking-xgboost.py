# The anchor: Debian's python3-xgboost on the same rows, one thread. Arguments: folder of the data, seeds. Prints one JSON object.
import json
import sys
import time

import numpy as np
import xgboost

FEATURES = 300
MODELS = {
    "xgboost lossguide, 31 leaves, min child weight 5": {
        "tree_method": "hist", "grow_policy": "lossguide", "max_leaves": 31, "max_depth": 0, "min_child_weight": 5, "subsample": 0.9,
    },
    "xgboost exact, depth 6 (its demo for ranking)": {"tree_method": "exact", "max_depth": 6, "min_child_weight": 0.1, "gamma": 1},
}


def read(path):
    labels, rows = [], []
    for line in open(path):
        label, *cells = line.split()
        row = np.zeros(FEATURES)
        for cell in cells:
            feature, value = cell.split(":")
            row[int(feature) - 1] = float(value)
        labels.append(float(label))
        rows.append(row)
    data = xgboost.DMatrix(np.array(rows), np.array(labels), nthread=1)
    data.set_group(np.loadtxt(path + ".query", dtype=int))
    return data


folder, seeds = sys.argv[1], [int(seed) for seed in sys.argv[2:]]
train, test = read(folder + "/rank.train"), read(folder + "/rank.test")
result = {"version": xgboost.__version__, "models": []}
for name, params in MODELS.items():
    runs = []
    for seed in seeds:
        started = time.perf_counter()
        model = xgboost.train({"objective": "rank:ndcg", "eta": 0.1, "nthread": 1, "seed": seed, **params}, train, 100)
        seconds = time.perf_counter() - started
        runs.append({"seconds": seconds, "scores": [float(score) for score in model.predict(test)]})
    result["models"].append({"name": name, "runs": runs})
print(json.dumps(result))
